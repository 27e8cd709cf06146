using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Building;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>The markets of one replicate.</summary>
/// <param name="Opening">Before any arm's changes.</param>
/// <param name="Arms">Per arm; the opening itself where the arm changes nothing.</param>
/// <param name="Hashes">Per arm its scenario hash.</param>
internal sealed record ReplicateMarket(MarketDefinition Opening, ImmutableArray<MarketDefinition> Arms, ImmutableArray<string> Hashes);

/// <summary>Draws a study's uncertain numbers and builds the markets that follow.</summary>
/// <param name="tree">The checked scenario.</param>
/// <param name="arms">The arms that run.</param>
/// <param name="seed">The study's seed.</param>
/// <param name="replicates">How many.</param>
/// <param name="quarters">Instead of the file's number; null: the file's.</param>
internal sealed class ReplicateMarkets(ScenarioTree tree, IReadOnlyList<ArmTree> arms, uint seed, int replicates, int? quarters)
{
    /// <summary>One per replicate; a single one for all where nothing is drawn: without uncertain numbers, or with one replicate, which uses the file's own values.</summary>
    /// <exception cref="ScenarioException">A draw breaks a rule; of several that do, the first.</exception>
    public ImmutableArray<ReplicateMarket> All()
    {
        if (tree.Uncertain.IsEmpty || replicates == 1) return [At([], "")];
        var points = tree.Uncertain.Select(u => LatinHypercube.Probabilities(seed, u.Path, replicates)).ToArray();
        var (markets, broken) = (new ReplicateMarket[replicates], new ScenarioException?[replicates]);
        Parallel.For(0, replicates, r =>
        {
            try
            {
                markets[r] = At([.. tree.Uncertain.Select((u, i) => (u, u.Spread.Quantile(points[i][r])))], $"replicate {r}");
            }
            catch (ScenarioException e)
            {
                broken[r] = e;
            }
        });
        return broken.FirstOrDefault(e => e is not null) is { } first ? throw first : [.. markets];
    }

    /// <summary>The market where uncertain numbers have these values, and those not named the file's own.</summary>
    /// <exception cref="ScenarioException">A value breaks a rule.</exception>
    public ReplicateMarket At(IReadOnlyList<(UncertainNumber Number, double Value)> point, string drawnFor)
    {
        if (point.Count == 0) return Build(tree.Root, [.. arms.Select(a => a.ChangesNothing ? tree.Root : a.Apply(tree.Root, (_, _) => { }))]);
        var root = (Map)tree.Root.Copy();
        foreach (var (number, value) in point) number.Set(root, value);
        var findings = new Findings();
        void Report(Place place, string message) => findings.Add(place, $"{message} (drawn for {drawnFor})");
        ScenarioRules.Check(root, Report);
        Map[] trees = [.. arms.Select(a => a.Check(root, findings.Any, Report))];
        findings.Throw();
        return Build(root, trees);
    }

    private ReplicateMarket Build(Map root, Map[] trees)
    {
        var opening = MarketBuilder.Build(root, quarters);
        var (whole, named) = (RunDefinitionJson.Bytes(opening), RunDefinitionJson.NamedBytes(opening));
        var (markets, hashes) = (new MarketDefinition[trees.Length], new string[trees.Length]);
        for (var i = 0; i < trees.Length; i++)
        {
            var market = ReferenceEquals(trees[i], root) ? opening : MarketBuilder.Build(trees[i], quarters);
            markets[i] = ReferenceEquals(market, opening) || RunDefinitionJson.Bytes(market).AsSpan().SequenceEqual(whole) ? opening : market;
            hashes[i] = ReferenceEquals(markets[i], opening) ? RunDefinitionJson.Hash(named, null) : RunDefinitionJson.Hash(RunDefinitionJson.NamedBytes(market), named);
        }
        return new ReplicateMarket(opening, [.. markets], [.. hashes]);
    }
}
