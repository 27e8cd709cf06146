using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>What claims come to at a point of the uncertain numbers: every point is run with the same draws, those of replicate 0.</summary>
/// <param name="tree">The scenario.</param>
/// <param name="seed">First word of every draw's key.</param>
/// <param name="quarters">Instead of the file's number; null: the file's.</param>
internal sealed class PointTrial(ScenarioTree tree, uint seed, int? quarters)
{
    /// <summary>Name of the arm that history is compared with: the file's first.</summary>
    private readonly string _history = tree.Arms[0].Name;

    private readonly bool _fits = tree.History.Any(r => !r.HoldOut);

    /// <summary>Runs the arms that the claims need.</summary>
    /// <param name="point">Per uncertain number its value; null: the file's own.</param>
    /// <param name="claims">Each with a measure.</param>
    public TriedClaims Try(ImmutableArray<double?> point, IReadOnlyList<Claim> claims)
    {
        var names = claims.SelectMany(c => MeasureArms.Of(c.Measure)).Concat(_fits ? [_history] : []).ToHashSet();
        var histories = Run([.. tree.Arms.Where(a => names.Contains(a.Name))], point);
        bool? inBands = _fits ? HistorySimulation.IsInBands(tree.History, HistorySimulation.Shares(tree.History, histories.Find(_history)!)) : null;
        return new TriedClaims(point, [.. claims.Select(c => MeasureValue.Of(c.Measure!, histories) ?? double.NaN)], inBands);
    }

    private ReplicateHistories Run(Arms.ArmTree[] arms, ImmutableArray<double?> point)
    {
        var moved = tree.Uncertain.Zip(point).Where(p => p.Second is not null).Select(p => (p.First, p.Second!.Value)).ToArray();
        var market = new ReplicateMarkets(tree, arms, seed, 1, quarters).At(moved, "a point of the search");
        var runs = new RunHistory[arms.Length];
        Parallel.For(0, runs.Length, i => runs[i] = HistorySimulation.Run(new RunDefinition(market.Arms[i], market.Opening, seed, 0)));
        return new ReplicateHistories(arms.Zip(runs).ToDictionary(r => r.First.Name, r => r.Second));
    }
}

/// <summary>A point that was tried.</summary>
/// <param name="Point">Per uncertain number its value; null: the file's own.</param>
/// <param name="Values">Per claim its measure; NaN: it has no value there.</param>
/// <param name="InBands">See <see cref="ClaimPoint"/>.</param>
internal sealed record TriedClaims(ImmutableArray<double?> Point, ImmutableArray<double> Values, bool? InBands);
