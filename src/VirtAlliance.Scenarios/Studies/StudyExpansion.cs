using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Building;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>Expands a submission into the runs of its arms and replicates.</summary>
internal static class StudyExpansion
{
    /// <exception cref="ScenarioException">The file or an option is unusable.</exception>
    public static StudyPlan Expand(StudyRequest request)
    {
        var findings = new Findings();
        CheckOptions(request, findings);
        var tree = ScenarioTree.Read(request, findings);
        if (tree is not null) CheckArms(request, tree, findings);
        findings.Throw();
        return Plan(request, tree!);
    }

    private static StudyPlan Plan(StudyRequest request, ScenarioTree tree)
    {
        var chosen = tree.Arms.Select((a, i) => (a.Name, Index: i)).Where(a => request.Arms.IsEmpty || request.Arms.Contains(a.Name) || a.Name == tree.Baseline).ToArray();
        var seed = request.Seed ?? (uint)tree.Root.Whole(ScenarioKeys.Seed);
        var opening = MarketBuilder.Build(tree.Root, request.Quarters);
        var runs = ImmutableArray.CreateBuilder<PlannedRun>();
        foreach (var (name, index) in chosen)
        {
            var arm = Arm(opening, tree.Arms[index], tree.Root, request.Quarters);
            var hash = RunDefinitionJson.ScenarioHash(new RunDefinition(arm, opening, seed, 0));
            for (uint replicate = 0; replicate < request.Replicates; replicate++)
                runs.Add(new PlannedRun(name, replicate, new RunDefinition(arm, opening, seed, replicate), hash));
        }
        return new StudyPlan(opening.Scenario, tree.Baseline, runs.ToImmutable())
        {
            Title = tree.Root.TextOrNull(ScenarioKeys.Title) ?? opening.Scenario,
            Arms = [.. chosen.Select(a => a.Name)],
            Claims = tree.Claims,
            History = tree.History,
            Discount = opening.Discount,
            Starts = opening.Starts,
            Quarters = opening.Quarters,
            Replicates = request.Replicates,
            Seed = seed,
        };
    }

    /// <summary>The arm's market; the opening itself if it changes nothing.</summary>
    private static MarketDefinition Arm(MarketDefinition opening, ArmTree arm, Map root, int? quarters)
    {
        if (arm.ChangesNothing) return opening;
        var market = MarketBuilder.Build(arm.Apply(root, (_, _) => { }), quarters);
        return RunDefinitionJson.AreEqual(market, opening) ? opening : market;
    }

    private static void CheckOptions(StudyRequest request, Findings findings)
    {
        if (request.Replicates is < 1 or > 100_000) findings.Add(Place.Option("--replicates " + Show(request.Replicates)), $"found {request.Replicates}, expected a whole number from 1 to 100,000");
        if (request.Quarters is < 1 or > ScenarioKeys.MaxQuarters) findings.Add(Place.Option("--quarters " + Show(request.Quarters.Value)), $"found {request.Quarters}, expected a whole number from 1 to {ScenarioKeys.MaxQuarters}");
    }

    private static void CheckArms(StudyRequest request, ScenarioTree tree, Findings findings)
    {
        var known = tree.Arms.Select(a => a.Name).ToArray();
        foreach (var arm in request.Arms.Where(a => !known.Contains(a)))
            findings.Add(Place.Option("--arm " + arm), arm, $"an arm of the scenario ({string.Join(", ", known)})", known);
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
