using System.Collections.Immutable;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Reads claims, and holds them to the arms that they are about.</summary>
/// <param name="arms">Trees of the arms by name, in the file's order.</param>
/// <param name="baseline">Name of the baseline.</param>
/// <param name="checking">What is checked against, and where faults go.</param>
internal sealed class ClaimReader(IReadOnlyList<(string Name, Map Tree)> arms, string baseline, Checking checking)
{
    private readonly MeasureReader _measures = new(arms, baseline, checking);

    public ImmutableArray<Claim> Read(Map root) => [.. root.List(ScenarioKeys.Claims).OfType<Map>().Select(Claim).OfType<Claim>()];

    private Claim? Claim(Map claim)
    {
        var given = claim.TextOrNull(StudyKeys.Given) == "true";
        foreach (var key in new[] { StudyKeys.Measure, StudyKeys.HoldsWhen })
            if (!given && claim[key.Name] is null) checking.Report(claim.Place, $"found no '{key.Name}' in a claim, expected {key.Shape.Expected} there, or 'given: true'");
        var measure = claim.Map(StudyKeys.Measure) is { } map ? _measures.Read(map) : null;
        var holds = claim.Map(StudyKeys.HoldsWhen) is { } when ? Holds(when, measure is FigureMeasure { Kind: MeasureKind.Leads }) : null;
        if (claim.TextOrNull(StudyKeys.Id) is not { } id) return null;
        return new Claim(id, claim.TextOrNull(StudyKeys.Says) ?? "", measure, holds, given);
    }

    private HoldsWhen Holds(Map when, bool inQuarters)
    {
        var between = when.List(StudyKeys.Between).Select(b => Bound(b, inQuarters)).ToArray();
        if (between is [double from, double to] && from > to) checking.Add(when[StudyKeys.Between.Name]!, "a range that starts with its lower end");
        return new HoldsWhen(Bound(when[StudyKeys.Above.Name], inQuarters), Bound(when[StudyKeys.Below.Name], inQuarters),
            between.Length == 2 ? between[0] : null, between.Length == 2 ? between[1] : null);
    }

    private double? Bound(Node? node, bool inQuarters)
    {
        if (node is not Scalar scalar) return null;
        if (!Model.Definition.Quarter.TryParse(scalar.Text, out var quarter)) return EntryReading.Number(node);
        if (!inQuarters) checking.Add(node, "a number: only 'leads' is compared with a quarter");
        return quarter.Since(checking.Starts ?? quarter);
    }
}
