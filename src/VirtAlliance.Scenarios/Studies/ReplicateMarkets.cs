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
    /// <exception cref="ScenarioException">A draw breaks a rule.</exception>
    public ImmutableArray<ReplicateMarket> All()
    {
        if (tree.Uncertain.IsEmpty || replicates == 1) return [Build(tree.Root)];
        var points = tree.Uncertain.Select(u => LatinHypercube.Probabilities(seed, u.Path, replicates)).ToArray();
        return [.. Enumerable.Range(0, replicates).Select(r => At([.. tree.Uncertain.Select((u, i) => (u, points[i][r]))], $"replicate {r}"))];
    }

    /// <summary>The market where each uncertain number has the value at its probability, and those not named the file's own.</summary>
    /// <exception cref="ScenarioException">A draw breaks a rule.</exception>
    public ReplicateMarket At(IReadOnlyList<(UncertainNumber Number, double Probability)> point, string drawnFor) => Build(Drawn(point, drawnFor));

    private Map Drawn(IReadOnlyList<(UncertainNumber Number, double Probability)> point, string drawnFor)
    {
        var root = (Map)tree.Root.Copy();
        foreach (var (number, probability) in point) number.Draw(root, probability);
        var findings = new Findings();
        void Report(Place place, string message) => findings.Add(place, $"{message} (drawn for {drawnFor})");
        ScenarioRules.Check(root, Report);
        foreach (var arm in arms.Where(a => !a.ChangesNothing)) arm.Check(root, findings.Any, Report);
        findings.Throw();
        return root;
    }

    private ReplicateMarket Build(Map root)
    {
        var opening = MarketBuilder.Build(root, quarters);
        ImmutableArray<MarketDefinition> markets = [.. arms.Select(a => Arm(a, root, opening))];
        return new ReplicateMarket(opening, markets, [.. markets.Select(m => RunDefinitionJson.ScenarioHash(new RunDefinition(m, opening, seed, 0)))]);
    }

    private MarketDefinition Arm(ArmTree arm, Map root, MarketDefinition opening)
    {
        if (arm.ChangesNothing) return opening;
        var market = MarketBuilder.Build(arm.Apply(root, (_, _) => { }), quarters);
        return RunDefinitionJson.AreEqual(market, opening) ? opening : market;
    }
}
