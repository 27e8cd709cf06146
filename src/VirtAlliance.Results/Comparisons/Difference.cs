namespace VirtAlliance.Results.Comparisons;

/// <summary>The first figure in which two runs differ.</summary>
/// <param name="Quarter">As <c>2011-Q2</c>; <c>opening</c> before the first.</param>
/// <param name="Table">The table it stands in; <c>opening</c> for what a run starts from, <c>record</c> for what is in no table, <c>runs</c> if one run has more quarters.</param>
/// <param name="Key">What names its row, as <c>product esx</c>; empty where the quarter does.</param>
/// <param name="Column">Its column; for a record the path to it; empty if only one run has such a row.</param>
/// <param name="First">Its value in the first run; null: it has none.</param>
/// <param name="Second">Its value in the second run; null: it has none.</param>
public sealed record Difference(string Quarter, string Table, string Key, string Column, string? First, string? Second);
