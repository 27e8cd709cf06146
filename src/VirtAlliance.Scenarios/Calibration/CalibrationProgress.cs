namespace VirtAlliance.Scenarios.Calibration;

/// <summary>How far a calibration is.</summary>
/// <param name="Tried">Points that the search has tried.</param>
/// <param name="Best">Least distance so far.</param>
/// <param name="Judged">Points at which claims have been judged.</param>
public sealed record CalibrationProgress(int Tried, double Best, int Judged);
