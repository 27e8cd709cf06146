using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Arms;

/// <summary>An arm: a name and changes to the scenario's tree.</summary>
/// <param name="Name">Unique among arms.</param>
/// <param name="NamePlace">Where it stands.</param>
/// <param name="Changes">Its entry; null: it changes nothing.</param>
internal sealed record ArmTree(string Name, Place NamePlace, Map? Changes)
{
    private static readonly string[] Whole = ["alliances", "events", "discount", "portability"];
    private static readonly string[] Parts = ["technologies", "vendors", "products", "segments", "segment-defaults", .. Whole];
    private static readonly string[] OpeningOnly = [SegmentKeys.Shares.Name, SegmentKeys.InsideValue.Name];

    /// <summary>The arms of a scenario; one called base if it states none.</summary>
    public static IReadOnlyList<ArmTree> Of(Map root)
    {
        var arms = root.Named(ScenarioKeys.Arms).Select(a => new ArmTree(a.Name, a.NamePlace, a.Value as Map)).ToArray();
        return arms.Length > 0 ? arms : [new ArmTree("base", root.Place, null)];
    }

    /// <summary>True if the arm leaves the scenario as it is.</summary>
    public bool ChangesNothing => Changes is null || (!Changes.List(StudyKeys.Remove).Any() && !Changes.Named(StudyKeys.Set).Any() && !Changes.Named(StudyKeys.Add).Any());

    /// <summary>A copy of the tree with the arm's changes: what it removes, then sets, then adds.</summary>
    public Map Apply(Map root, Action<Place, string> report)
    {
        var changed = (Map)root.Copy();
        var changes = new TreeChanges(changed, report);
        foreach (var path in Changes.List(StudyKeys.Remove).OfType<Scalar>())
            if (MayChange(path.Text, path.Place, report)) changes.Remove(path.Text, path.Place);
        foreach (var set in Changes.Named(StudyKeys.Set))
            if (MayChange(set.Name, set.NamePlace, report)) changes.Set(set.Name, set.NamePlace, set.Value);
        foreach (var add in Changes.Named(StudyKeys.Add))
            if (MayChange(add.Name, add.NamePlace, report)) changes.Add(add.Name, add.NamePlace, add.Value);
        return changed;
    }

    /// <summary>Applies the arm and reports what is then wrong, at the arm's own lines. The tree with its changes; the scenario's own where it changes nothing.</summary>
    /// <param name="root">The scenario's tree.</param>
    /// <param name="ownOnly">Faults outside the arm's lines are the scenario's own and known.</param>
    /// <param name="report">Takes faults.</param>
    public Map Check(Map root, bool ownOnly, Action<Place, string> report)
    {
        if (ChangesNothing) return root;
        var faults = new Findings();
        var changed = Apply(root, faults.Add);
        if (faults.Any)
        {
            faults.Each(report);
            return changed;
        }
        var own = new HashSet<Place>();
        Collect(Changes!, own);
        ScenarioRules.Check(changed, (place, message) =>
        {
            if (own.Contains(place)) report(place, message);
            else if (!ownOnly) report(NamePlace, $"in arm {Findings.Quote(Name)}, at {place}: {message}");
        });
        return changed;
    }

    private static bool MayChange(string path, Place place, Action<Place, string> report)
    {
        var steps = path.Split('.');
        var refusal = true switch
        {
            _ when !Parts.Contains(steps[0]) => $"a path that starts with {string.Join(", ", Parts)}: arms share all the rest",
            _ when steps.Length == 1 && !Whole.Contains(steps[0]) => $"a path to something under {steps[0]}",
            _ when steps is ["segments", _] => "a path to something in a segment: arms neither add nor remove segments",
            _ when steps is ["segments", _, var key, ..] && OpeningOnly.Contains(key) => $"another path: '{steps[2]}' is about the start, which all arms share",
            _ when steps is ["segment-defaults", var key, ..] && OpeningOnly.Contains(key) => $"another path: '{steps[1]}' is about the start, which all arms share",
            _ => null,
        };
        if (refusal is not null) report(place, Findings.Message(path, refusal, steps.Length > 1 ? Parts.Select(p => $"{p}.{string.Join('.', steps[1..])}") : Whole));
        return refusal is null;
    }

    private static void Collect(Node node, HashSet<Place> places)
    {
        places.Add(node.Place);
        if (node is Sequence list)
            foreach (var item in list.Items) Collect(item, places);
        if (node is not Map map) return;
        foreach (var entry in map.Entries)
        {
            places.Add(entry.NamePlace);
            Collect(entry.Value, places);
        }
    }
}
