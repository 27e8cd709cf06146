using System.Globalization;
using System.Text;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>A calibration as text: what was asked, what was found, how. The same request gives the same text.</summary>
public static class CalibrationLog
{
    /// <summary>All of it, the points tried at the end.</summary>
    public static string Text(CalibrationResult result)
    {
        var log = new StringBuilder(Summary(result));
        Tried(log, result);
        return log.ToString();
    }

    /// <summary>Without the points tried. Ends with a line break.</summary>
    public static string Summary(CalibrationResult result)
    {
        var log = new StringBuilder();
        Asked(log, result);
        Numbers(log, result);
        Rows(log, "Observations fitted to", result, holdOut: false);
        Rows(log, "Observations held out", result, holdOut: true);
        Elasticity(log, result);
        Claims(log, result);
        return log.ToString();
    }

    private static void Asked(StringBuilder log, CalibrationResult result)
    {
        var request = result.Request;
        Line(log, $"Calibration of {result.Scenario}, arm {result.Arm}");
        Line(log, $"seed {result.Seed}, {request.Replicates} runs a point with the same draws at every point, {result.Tried.Length} points tried (at most {request.Evaluations})");
        foreach (var set in request.Study.Sets) Line(log, $"set {set}");
        Line(log, $"distance: {Number(result.Tried[0].Distance)} with the file's own values, {Number(result.Best)} calibrated");
        Line(log, $"(squared standard scores of shares, a band being a 95 % interval, and of the free numbers in their own distributions)");
    }

    private static void Numbers(StringBuilder log, CalibrationResult result)
    {
        Heading(log, "Free numbers: the file's, calibrated, and where that lies in its distribution");
        foreach (var n in result.Numbers)
            Line(log, $"  {n.Path + (n.IsScale ? " (factor)" : ""),-52} {Number(n.Start),10} {Number(n.Value),10} {Percent(n.Probability),7}");
    }

    private static void Rows(StringBuilder log, string title, CalibrationResult result, bool holdOut)
    {
        var rows = result.Rows.Where(r => r.Row.HoldOut == holdOut).ToArray();
        if (rows.Length == 0) return;
        Heading(log, $"{title}: {rows.Count(r => r.IsInBand)} of {rows.Length} in their bands (band; the file's values; calibrated)");
        foreach (var r in rows)
        {
            var who = string.Join("+", r.Row.Subjects.Select(s => s.Kind == SubjectKind.None ? "none" : s.Id));
            Line(log, $"  {result.Starts.Plus(r.Row.At)} {who,-24} {Percent(r.Row.Low),7} to {Percent(r.Row.High),7} {Percent(r.Start),8} {Percent(r.Fitted),8} {(r.IsInBand ? "" : "  outside")}");
        }
    }

    private static void Elasticity(StringBuilder log, CalibrationResult result)
    {
        Heading(log, "Elasticity of the market at the opening");
        Line(log, $"  {(result.Elasticity is { } e ? Number(e) : "no demand")} (-0.3 to -1.5 is usual)");
    }

    private static void Claims(StringBuilder log, CalibrationResult result)
    {
        if (result.Claims.IsEmpty) return;
        Heading(log, $"Claims at {result.Request.Points} points of all uncertain numbers, and at the {result.PointsInBands} where four in five of the observations to fit lie in their bands");
        foreach (var c in result.Claims.Where(c => c.All.Verdict != Verdict.Given))
            Line(log, $"  {c.All.Claim,-32} {Said(c.All),-34} {Said(c.InBands),-34}{(c.Changes ? " changes" : "")}");
    }

    private static void Tried(StringBuilder log, CalibrationResult result)
    {
        Heading(log, "Points tried: distance, then the free numbers in the order above");
        foreach (var t in result.Tried) Line(log, $"  {Number(t.Distance),12} {string.Join(' ', t.Values.Select(v => $"{Number(v),10}"))}");
    }

    private static string Said(ClaimVerdict claim)
    {
        var verdict = claim.Verdict.ToString().ToLowerInvariant();
        return claim.Probability is { } p ? $"{verdict} {Percent(p)} ({Percent(claim.Low!.Value)} to {Percent(claim.High!.Value)})" : verdict;
    }

    private static void Heading(StringBuilder log, string text)
    {
        log.Append('\n');
        Line(log, $"{text}");
    }

    private static void Line(StringBuilder log, FormattableString text) => log.Append(text.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Percent(double share) => double.IsNaN(share) ? "-" : share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
