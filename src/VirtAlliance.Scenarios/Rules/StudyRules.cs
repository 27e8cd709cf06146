using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>Shapes of what a file says about studies: arms, observations, claims, uncertain numbers.</summary>
internal static class StudyRules
{
    /// <param name="root">The scenario's tree.</param>
    /// <param name="arms">Trees of its arms: claims may be about what only an arm has.</param>
    /// <param name="report">Takes faults.</param>
    public static Checking Check(Map root, IEnumerable<Map> arms, Action<Place, string> report)
    {
        var checking = Checking.Of(root, report);
        foreach (var arm in arms) checking.Names.Join(new Names(arm));
        foreach (var key in new[] { ScenarioKeys.Baseline, ScenarioKeys.Uncertain, ScenarioKeys.History, ScenarioKeys.Claims })
            if (root.Find(key.Name) is { } entry) key.Shape.Check(entry.Value, entry.NamePlace, checking);
        CheckClaimIds(root, checking);
        return checking;
    }

    /// <summary>Shapes of arms, before they are applied.</summary>
    public static void CheckArms(Map root, Action<Place, string> report)
    {
        if (root.Find(ScenarioKeys.Arms.Name) is { } arms) ScenarioKeys.Arms.Shape.Check(arms.Value, arms.NamePlace, Checking.Of(root, report));
    }

    private static void CheckClaimIds(Map root, Checking checking)
    {
        var ids = root.List(ScenarioKeys.Claims).OfType<Map>().Select(c => c[StudyKeys.Id.Name]).OfType<Scalar>();
        foreach (var alike in ids.GroupBy(i => i.Text).Where(g => g.Count() > 1))
            checking.Report(alike.Skip(1).First().Place, $"found a second claim {Findings.Quote(alike.Key)}, expected each id once (the first is at {alike.First().Place})");
    }
}
