using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>What the search needs of a scenario and its options.</summary>
internal static class BothWaysRules
{
    private const int MostPoints = 100_000;

    /// <summary>The claims to turn.</summary>
    public static ImmutableArray<Claim> Claims(BothWaysRequest request, ScenarioTree tree, Findings findings)
    {
        var points = request.Points.ToString(CultureInfo.InvariantCulture);
        if (request.Points is < 1 or > MostPoints)
            findings.Add(Place.Option($"--points {points}"), string.Create(CultureInfo.InvariantCulture, $"found {points}, expected a whole number from 1 to {MostPoints:N0}"));
        if (tree.Uncertain.IsEmpty) findings.Add(tree.Root.Place, "found no numbers under 'uncertain', expected some that may move");
        var judged = tree.Claims.Where(c => !c.Given && c.Measure is not null).ToArray();
        var ids = judged.Select(c => c.Id).ToArray();
        if (ids.Length == 0) findings.Add(tree.Root.Place, "found no claim that is judged, expected at least one under 'claims'");
        foreach (var id in request.Claims.Where(c => !ids.Contains(c)))
            findings.Add(Place.Option($"--claim {id}"), id, $"a claim that is judged ({string.Join(", ", ids.DefaultIfEmpty("there is none"))})", ids);
        return [.. judged.Where(c => request.Claims.IsEmpty || request.Claims.Contains(c.Id))];
    }
}
