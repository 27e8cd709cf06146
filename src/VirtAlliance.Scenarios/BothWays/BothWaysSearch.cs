using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>Looks, for every claim, for a point of the uncertain numbers where it holds and one where it fails, with as few numbers away from the file's own values as will do. The same request gives the same points.</summary>
/// <remarks>First the file itself; then points of a Latin hypercube, best those that history allows; then a search from the point that came nearest.</remarks>
public sealed class BothWaysSearch
{
    private readonly BothWaysRequest _request;
    private readonly ScenarioTree _tree;
    private readonly ImmutableArray<Claim> _claims;
    private readonly PointTrial _trial;

    /// <summary>Reads and checks.</summary>
    /// <exception cref="ScenarioException">The file or an option is unusable.</exception>
    public BothWaysSearch(BothWaysRequest request)
    {
        _request = request;
        var findings = new Findings();
        var tree = ScenarioTree.Read(request.Study, findings);
        findings.Throw();
        (_tree, _claims) = (tree!, BothWaysRules.Claims(request, tree!, findings));
        findings.Throw();
        _trial = new PointTrial(_tree, Seed, request.Study.Quarters);
    }

    /// <summary>The scenario's id.</summary>
    public string Scenario => _tree.Root.TextOrNull(ScenarioKeys.Scenario)!;

    private uint Seed => _request.Study.Seed ?? (uint)_tree.Root.Whole(ScenarioKeys.Seed);

    private ImmutableArray<double?> Own => [.. _tree.Uncertain.Select(_ => (double?)null)];

    /// <summary>Per claim, in their order, the point where it holds and the point where it fails.</summary>
    public ImmutableArray<ClaimPoint> Run(Action<BothWaysProgress> progress, CancellationToken cancellation)
    {
        var tried = Tried(n => progress(new BothWaysProgress(n, 0)), cancellation);
        var points = ImmutableArray.CreateBuilder<ClaimPoint>();
        for (var i = 0; i < _claims.Length; i++)
        {
            foreach (var holds in new[] { true, false }) points.Add(Find(new Way(_claims[i], holds), i, tried, cancellation));
            progress(new BothWaysProgress(tried.Length, i + 1));
        }
        return points.ToImmutable();
    }

    /// <summary>What the claims come to at a point that was written down.</summary>
    /// <exception cref="ScenarioException">The point names numbers that are not under <c>uncertain</c>, or breaks a rule.</exception>
    public double MeasureAt(ClaimPoint point)
    {
        var claim = _claims.Single(c => c.Id == point.Claim);
        ImmutableArray<double?> values = [.. _tree.Uncertain.Select(u => point.Moved.Where(m => m.Path == u.Path).Select(m => (double?)m.Value).FirstOrDefault())];
        return _trial.Try(values, [claim]).Values[0];
    }

    private TriedClaims[] Tried(Action<int> done, CancellationToken cancellation)
    {
        ImmutableArray<double?>[] points = [Own, .. PointValues.Drawn(_tree.Uncertain, Seed, _request.Points)];
        var (tried, count) = (new TriedClaims[points.Length], 0);
        Parallel.For(0, points.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, p =>
        {
            tried[p] = _trial.Try(points[p], _claims);
            done(Interlocked.Increment(ref count));
        });
        return tried;
    }

    private ClaimPoint Find(Way way, int claim, TriedClaims[] tried, CancellationToken cancellation)
    {
        if (way.Goes(tried[0].Values[claim])) return Written(way, tried[0].Point, found: true);
        var going = tried.Where(t => way.Goes(t.Values[claim])).ToArray();
        var from = (going.Any(t => t.InBands == true) ? going.Where(t => t.InBands == true) : going.Length > 0 ? going : tried).MaxBy(t => way.Progress(t.Values[claim]))!;
        if (going.Length > 0) return Written(way, Fewest(way, from.Point, from.InBands, cancellation), found: true);
        var search = new CornerSearch(_tree.Uncertain, point =>
        {
            cancellation.ThrowIfCancellationRequested();
            return _trial.Try(point, [way.Claim]).Values[0];
        }, way);
        var (found, measure) = search.From(from.Point, from.Values[claim]);
        return way.Goes(measure) ? Written(way, Fewest(way, found, null, cancellation), found: true) : Written(way, found, found: false);
    }

    /// <summary>The point with every number back at the file's own value that may be, one after the other, while the claim goes its way and, where it does, history allows it.</summary>
    private ImmutableArray<double?> Fewest(Way way, ImmutableArray<double?> point, bool? inBands, CancellationToken cancellation)
    {
        for (var i = 0; i < point.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (point[i] is null) continue;
            var without = _trial.Try(point.SetItem(i, null), [way.Claim]);
            if (way.Goes(without.Values[0]) && (inBands != true || without.InBands == true)) point = without.Point;
        }
        return point;
    }

    private ClaimPoint Written(Way way, ImmutableArray<double?> point, bool found)
    {
        var there = _trial.Try(point, [way.Claim]);
        var measure = double.Parse(there.Values[0].ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new ClaimPoint(way.Claim.Id, way.Holds, found, measure, there.InBands, PointValues.Moved(_tree.Uncertain, point));
    }
}
