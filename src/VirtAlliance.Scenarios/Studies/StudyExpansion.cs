using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Arms;
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
        ArmTree[] arms = [.. tree.Arms.Where(a => request.Arms.IsEmpty || request.Arms.Contains(a.Name) || a.Name == tree.Baseline)];
        var seed = request.Seed ?? (uint)tree.Root.Whole(ScenarioKeys.Seed);
        var markets = new ReplicateMarkets(tree, arms, seed, request.Replicates, request.Quarters).All();
        var opening = markets[0].Opening;
        return new StudyPlan(opening.Scenario, tree.Baseline, Runs(arms, markets, seed, request.Replicates))
        {
            Title = tree.Root.TextOrNull(ScenarioKeys.Title) ?? opening.Scenario,
            Arms = [.. arms.Select(a => a.Name)],
            Claims = tree.Claims,
            History = tree.History,
            Discount = opening.Discount,
            Starts = opening.Starts,
            Quarters = opening.Quarters,
            Replicates = request.Replicates,
            Seed = seed,
        };
    }

    /// <summary>Replicates that share their markets share their hashes too.</summary>
    private static ImmutableArray<PlannedRun> Runs(ArmTree[] arms, ImmutableArray<ReplicateMarket> markets, uint seed, int replicates)
    {
        var runs = ImmutableArray.CreateBuilder<PlannedRun>(arms.Length * replicates);
        for (var arm = 0; arm < arms.Length; arm++)
            for (var replicate = 0; replicate < replicates; replicate++)
            {
                var market = markets[markets.Length == 1 ? 0 : replicate];
                runs.Add(new PlannedRun(arms[arm].Name, (uint)replicate, new RunDefinition(market.Arms[arm], market.Opening, seed, (uint)replicate), market.Hashes[arm]));
            }
        return runs.MoveToImmutable();
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
