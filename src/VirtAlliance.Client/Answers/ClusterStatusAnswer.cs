using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>cluster start</c> and <c>cluster status</c>.</summary>
/// <param name="Cluster">Its id; null: none runs.</param>
/// <param name="Silos">In order of name.</param>
/// <param name="Runs">Those it works on or has yet to.</param>
/// <param name="Page">Address of the live page, with the token that changes from there need; null: none is served on this machine.</param>
internal sealed record ClusterStatusAnswer(string? Cluster, IReadOnlyList<SiloAnswer> Silos, IReadOnlyList<RunAnswer> Runs, string? Page = null);

/// <summary>A silo in JSON.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pid">Its process; null: not known, or it waits to be started again.</param>
/// <param name="Address">Where other silos reach it; null while it has none.</param>
/// <param name="Status">What the cluster says of it; <c>starting</c> before it does, <c>down</c> if its process has ended.</param>
/// <param name="Health"><c>healthy</c>: heard of in the last seconds; <c>silent</c>: it should be, but was not; else as <paramref name="Status"/>.</param>
/// <param name="HeardSecondsAgo">When it last gave a sign of life; null: never.</param>
/// <param name="Grains">Grains in its memory when it did, the runtime's own included.</param>
/// <param name="Counts">What it had done since it started when it did; null: not told.</param>
internal sealed record SiloAnswer(string Name, int? Pid, string? Address, string Status, string Health, double? HeardSecondsAgo, long? Grains, SiloCounts? Counts = null);
