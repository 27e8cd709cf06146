using System.Collections.Immutable;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>The products of a study's runs.</summary>
internal static class ProductNames
{
    /// <summary>By run the ids of its products, in the market's order.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<string>> Of(string study, StudyPlan plan)
    {
        var (byArm, byRun) = (new Dictionary<string, ImmutableArray<string>>(), new Dictionary<string, ImmutableArray<string>>());
        for (var i = 0; i < plan.Runs.Length; i++)
        {
            var run = plan.Runs[i];
            if (!byArm.TryGetValue(run.Arm, out var products)) byArm[run.Arm] = products = [.. run.Definition.InForce.Products.Select(p => p.Id)];
            byRun[StudyRows.RunId(study, i)] = products;
        }
        return byRun;
    }
}
