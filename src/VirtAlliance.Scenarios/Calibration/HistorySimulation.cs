using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.History;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>Runs without grains, and what they say of observations.</summary>
internal static class HistorySimulation
{
    /// <summary>Share of the observations to fit that must lie in their bands for a point to be allowed.</summary>
    private const double Enough = 0.8;

    /// <summary>The whole run.</summary>
    public static RunHistory Run(RunDefinition definition)
    {
        using var run = new MarketRun(definition);
        return new RunHistory(new Market(definition), run.Opening, [.. run.ToTheEnd()]);
    }

    /// <summary>Per observation its share in the run; NaN: none, or not that far.</summary>
    public static ImmutableArray<double> Shares(ImmutableArray<HistoryRow> rows, RunHistory history) => [.. rows.Select(r => r.Subjects.Sum(s => Share(r, s, history)))];

    /// <summary>Per observation the mean share over runs.</summary>
    public static ImmutableArray<double> Mean(IReadOnlyList<ImmutableArray<double>> runs) => [.. Enumerable.Range(0, runs[0].Length).Select(i => runs.Average(r => r[i]))];

    /// <summary>True if enough of the observations to fit lie in their bands.</summary>
    public static bool IsInBands(ImmutableArray<HistoryRow> rows, ImmutableArray<double> shares)
    {
        var (fit, hits) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].HoldOut) continue;
            fit++;
            if (shares[i] >= rows[i].Low && shares[i] <= rows[i].High) hits++;
        }
        return hits >= Enough * fit;
    }

    private static double Share(HistoryRow row, Subject subject, RunHistory history) =>
        ArmFigure.Of(new FigureMeasure { Kind = MeasureKind.Share, Subject = subject, Arm = "", At = row.At, Of = row.Of, Among = row.Among }, history) ?? double.NaN;
}
