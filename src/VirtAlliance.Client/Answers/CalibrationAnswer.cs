using VirtAlliance.Client.Showing;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Answers;

/// <summary>Answer of <c>calibrate</c>.</summary>
internal sealed record CalibrationAnswer(
    string Scenario, string Arm, double? Elasticity, IReadOnlyList<FittedNumber> Free, IReadOnlyList<ObservationAnswer> Fit, IReadOnlyList<ObservationAnswer> HoldOut,
    int Points, int PointsInBands, IReadOnlyList<BandAnswer> Claims, string Log)
{
    public static CalibrationAnswer Of(CalibrationResult result, string log) => new(
        result.Scenario, result.Arm, result.Elasticity, result.Numbers, Rows(result, holdOut: false), Rows(result, holdOut: true),
        result.Request.Points, result.PointsInBands, [.. result.Claims.Select(BandAnswer.Of)], log);

    private static ObservationAnswer[] Rows(CalibrationResult result, bool holdOut) =>
        [.. result.Rows.Where(r => r.Row.HoldOut == holdOut).Select(r => ObservationAnswer.Of(r, result))];
}

/// <summary>An observation and the calibrated share in JSON.</summary>
internal sealed record ObservationAnswer(string Quarter, string Share, double Low, double High, double? Calibrated, bool InBand)
{
    public static ObservationAnswer Of(FittedRow row, CalibrationResult result) => new(
        result.Starts.Plus(row.Row.At).ToString(), string.Join("+", row.Row.Subjects.Select(s => s.Kind == SubjectKind.None ? "none" : s.Id)), row.Row.Low, row.Row.High,
        double.IsNaN(row.Fitted) ? null : row.Fitted, row.IsInBand);
}

/// <summary>A claim's verdicts in JSON.</summary>
internal sealed record BandAnswer(string Claim, string Verdict, double? Probability, string VerdictInBands, double? ProbabilityInBands, bool Changes)
{
    public static BandAnswer Of(BandVerdict claim) => new(
        claim.All.Claim, VerdictTable.Word(claim.All.Verdict), claim.All.Probability, VerdictTable.Word(claim.InBands.Verdict), claim.InBands.Probability, claim.Changes);
}
