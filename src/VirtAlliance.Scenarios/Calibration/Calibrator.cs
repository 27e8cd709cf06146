using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Checks;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>Fits a scenario's free numbers to its observed shares by simulated moments with common random numbers. The same request gives the same result.</summary>
public sealed class Calibrator
{
    private readonly CalibrationRequest _request;
    private readonly ScenarioTree _tree;
    private readonly ArmTree _arm;
    private readonly ImmutableArray<UncertainNumber> _free;
    private readonly List<TriedPoint> _tried = [];

    /// <summary>Reads and checks.</summary>
    /// <exception cref="ScenarioException">The file or an option is unusable.</exception>
    public Calibrator(CalibrationRequest request)
    {
        _request = request;
        var findings = new Findings();
        var tree = ScenarioTree.Read(request.Study, findings);
        findings.Throw();
        _tree = tree!;
        (_arm, _free) = CalibrationRules.Check(request, _tree, findings);
        findings.Throw();
    }

    /// <summary>The scenario's id.</summary>
    public string Scenario => _tree.Root.TextOrNull(ScenarioKeys.Scenario)!;

    private uint Seed => _request.Study.Seed ?? (uint)_tree.Root.Whole(ScenarioKeys.Seed);

    /// <summary>Searches, then judges claims inside the bands.</summary>
    public CalibrationResult Run(Action<CalibrationProgress> progress, CancellationToken cancellation)
    {
        var start = FreePoint.Start(_free, _tree.Root);
        var best = PointSearch.Least(start, _request.Evaluations, point =>
        {
            cancellation.ThrowIfCancellationRequested();
            var distance = HistoryDistance.Of(_tree.History, Shares(point), point.Select(FreePoint.Probability));
            _tried.Add(new TriedPoint([.. Values(point)], distance));
            progress(new CalibrationProgress(_tried.Count, _tried.Min(t => t.Distance), 0));
            return distance;
        });
        var plan = Plan();
        var (claims, inBands) = plan is null ? ([], 0)
            : BandStudy.Judge(plan, _arm.Name, judged => progress(new CalibrationProgress(_tried.Count, _tried.Min(t => t.Distance), judged)), cancellation);
        return Result(start, best) with { Claims = claims, PointsInBands = inBands };
    }

    private CalibrationResult Result(double[] start, double[] best)
    {
        var (before, after) = (Shares(start), Shares(best));
        var (opening, values) = (Definition(best, 0), Values(best).ToArray());
        return new CalibrationResult
        {
            Request = _request,
            Scenario = opening.Opening.Scenario,
            Arm = _arm.Name,
            Starts = opening.Opening.Starts,
            Seed = Seed,
            Numbers = [.. _free.Select((f, i) => new FittedNumber(f.Path, f.IsScale, f.CentralOf(_tree.Root), values[i], FreePoint.Probability(best[i])))],
            Rows = [.. _tree.History.Select((row, i) => new FittedRow(row, before[i], after[i]))],
            Tried = [.. _tried],
            Elasticity = OpeningFigures.Of(opening).Elasticity,
        };
    }

    private StudyPlan? Plan() => _request.Points == 0 || _tree.Claims.IsEmpty
        ? null : StudyPlan.Expand(_request.Study with { Arms = [], Replicates = _request.Points });

    private IEnumerable<double> Values(double[] point) => _free.Select((f, i) => f.Spread.Quantile(FreePoint.Probability(point[i])));

    private ImmutableArray<double> Shares(double[] point)
    {
        var runs = new ImmutableArray<double>[_request.Replicates];
        Parallel.For(0, runs.Length, r => runs[r] = HistorySimulation.Shares(_tree.History, HistorySimulation.Run(Definition(point, (uint)r))));
        return HistorySimulation.Mean(runs);
    }

    private RunDefinition Definition(double[] point, uint replicate)
    {
        var markets = new ReplicateMarkets(_tree, [_arm], Seed, 1, _request.Study.Quarters);
        var market = markets.At([.. _free.Zip(Values(point))], "calibration");
        return new RunDefinition(market.Arms[0], market.Opening, Seed, replicate);
    }
}
