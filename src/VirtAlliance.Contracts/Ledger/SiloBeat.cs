namespace VirtAlliance.Contracts.Ledger;

/// <summary>What a silo says of itself each second.</summary>
/// <param name="Cluster">Id of its cluster.</param>
/// <param name="Name">Its name, unique in the cluster.</param>
/// <param name="Program">Version of its program.</param>
/// <param name="Pid">Its process, on its machine.</param>
/// <param name="Grains">Grains in its memory, the runtime's own included.</param>
/// <param name="Page">Where, on its machine, it serves the live page; null: nowhere.</param>
/// <param name="Counts">What it has done since it started; null: not told.</param>
public sealed record SiloBeat(string Cluster, string Name, string Program, int Pid, long Grains, string? Page = null, SiloCounts? Counts = null);

/// <summary>The last word of a silo.</summary>
/// <param name="Beat">What it said.</param>
/// <param name="Utc">When.</param>
public sealed record HeardSilo(SiloBeat Beat, DateTimeOffset Utc);

/// <summary>A run that somebody works on.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Remarks">What is kept beside its last record; null: nothing, or there is no record yet.</param>
public sealed record RunAtWork(string Run, QuarterRemarks? Remarks);
