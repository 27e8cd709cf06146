using VirtAlliance.Results.Comparisons;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>diff</c>.</summary>
/// <param name="Runs">The two.</param>
/// <param name="Equal">True: they are the same, record by record.</param>
/// <param name="Difference">The first figure that differs; null: none does.</param>
internal sealed record DifferenceAnswer(IReadOnlyList<string> Runs, bool Equal, Difference? Difference);

/// <summary>Answer of <c>verify</c>.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Verified">True: every record is the same.</param>
/// <param name="Quarters">How many quarters were compared and are the same.</param>
/// <param name="Digest">Hash of the last record compared, as stored.</param>
/// <param name="Recomputed">Hash of the record that belongs there.</param>
/// <param name="Difference">The first figure that differs, stored before recomputed; null: none does.</param>
internal sealed record VerifyAnswer(string Run, bool Verified, int Quarters, string Digest, string Recomputed, Difference? Difference);
