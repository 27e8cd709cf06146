using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Arms;

/// <summary>A place in a tree that a path leads to: an entry of a mapping, or an item of a list, which may not be there yet.</summary>
/// <param name="Parent">What it is in.</param>
/// <param name="Step">Its name, or its number in a list.</param>
/// <param name="Shape">What the keys say its value may look like; null: they do not know.</param>
/// <param name="Path">The whole path, names instead of stars.</param>
/// <param name="Default">What holds while it is not there; null: nothing that the keys know.</param>
internal sealed record Slot(Node Parent, string Step, Shape? Shape, string Path, string? Default)
{
    public Node? Value => Parent switch
    {
        Map map => map[Step],
        Sequence list => TreePath.ItemIndex(list, Step) is { } i ? list.Items[i] : null,
        _ => null,
    };
}

/// <summary>Walks a tree along a path such as <c>segments.*.openness-taste.mean</c>, making what the keys allow and the file leaves out.</summary>
/// <param name="root">The tree; it may be extended on the way.</param>
/// <param name="place">Where the path stands, for error messages.</param>
/// <param name="report">Takes faults.</param>
internal sealed class TreePath(Map root, Place place, Action<Place, string> report)
{
    private bool _failed;

    /// <summary>All places that the path leads to; null, reported, if any step leads nowhere.</summary>
    public IReadOnlyList<Slot>? Slots(string path)
    {
        var steps = path.Split('.');
        if (steps.Any(s => s.Length == 0 || s.Trim() != s))
        {
            report(place, Findings.Message(path, "a path of names with dots between them, such as alliances.club.carry"));
            return null;
        }
        var slots = new List<Slot>();
        Walk(root, ScenarioKeys.Shape, steps, 0, "", slots);
        if (slots.Count == 0 && !_failed) report(place, Findings.Message(path, "a path that leads somewhere"));
        return _failed || slots.Count == 0 ? null : slots;
    }

    /// <summary>An item's index: the item that reads so, or the number; null if there is none.</summary>
    public static int? ItemIndex(Sequence list, string step)
    {
        var named = list.Items.FindIndex(i => i is Scalar s && s.Text == step);
        if (named >= 0) return named;
        return int.TryParse(step, System.Globalization.NumberStyles.None, null, out var index) && index < list.Items.Count ? index : null;
    }

    private void Walk(Node node, Shape? shape, string[] steps, int at, string walked, List<Slot> slots)
    {
        foreach (var step in Steps(node, steps[at]))
        {
            var path = walked.Length == 0 ? step : $"{walked}.{step}";
            var form = FormOf(shape, node);
            if (form is EntryShape entry && entry.Find(step) is null && !Names.Remarks.Contains(step)) Fail(step, walked, entry.Keys.Select(k => k.Name));
            else if (at == steps.Length - 1) slots.Add(new Slot(node, step, ShapeOf(form, step), path, (form as EntryShape)?.Find(step)?.Default));
            else if (Child(node, form, step, walked) is { } child) Walk(child, ShapeOf(form, step), steps, at + 1, path, slots);
        }
    }

    private static IEnumerable<string> Steps(Node node, string step) => (node, step) switch
    {
        (Map map, "*") => map.Named().Select(e => e.Name).ToArray(),
        (Sequence list, "*") => Enumerable.Range(0, list.Items.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray(),
        _ => [step],
    };

    private Node? Child(Node node, Shape? form, string step, string walked)
    {
        if (node is Sequence list && ItemIndex(list, step) is { } index) return list.Items[index];
        if (node is not Map map)
        {
            Fail(step, walked, (node as Sequence)?.Items.OfType<Scalar>().Select(s => s.Text) ?? []);
            return null;
        }
        var known = map[step] ?? SegmentDefault(step, walked);
        var child = known is Scalar scalar ? Widened(scalar, ShapeOf(form, step)) : known;
        child ??= form is EntryShape && MakesMap(ShapeOf(form, step)) ? new Map(place) : null;
        if (child is null) Fail(step, walked, map.Named().Select(e => e.Name));
        else map.Put(new MapEntry(step, map.Find(step)?.NamePlace ?? place, child));
        return child;
    }

    /// <summary>What the segment defaults say where a segment is silent: a change of a part must start from it.</summary>
    private Node? SegmentDefault(string step, string walked) =>
        walked.StartsWith("segments.", StringComparison.Ordinal) && walked.Count(c => c == '.') == 1 ? root.Map(ScenarioKeys.SegmentDefaults)?[step]?.Copy() : null;

    /// <summary>A bare number as the mapping it stands for: a mean without spread, a channel strength in every segment.</summary>
    private Node Widened(Scalar scalar, Shape? shape)
    {
        if (shape is not EitherShape { Forms: var forms } || EntryReading.Number(scalar) is null) return scalar;
        var wide = new Map(scalar.Place);
        if (forms.OfType<EntryShape>().Any(e => e.Find("mean") is not null)) wide.Put(new MapEntry("mean", scalar.Place, scalar));
        else if (forms.OfType<MapShape>().Any())
            foreach (var segment in root.Named(ScenarioKeys.Segments)) wide.Put(new MapEntry(segment.Name, scalar.Place, scalar));
        return wide.Entries.Count > 0 ? wide : scalar;
    }

    private static bool MakesMap(Shape? shape) => shape is EntryShape or MapShape || (shape is EitherShape either && either.Forms.Any(MakesMap));

    private static Shape? FormOf(Shape? shape, Node node) => shape switch
    {
        EitherShape either => either.Forms.FirstOrDefault(f => f.Fits(node)),
        _ => shape,
    };

    private static Shape? ShapeOf(Shape? form, string step) => form switch
    {
        EntryShape entry => entry.Find(step)?.Shape,
        MapShape map => map.Value,
        ListShape list => list.Item,
        _ => null,
    };

    private void Fail(string step, string walked, IEnumerable<string> valid)
    {
        _failed = true;
        var names = valid.ToArray();
        var among = names.Length is > 0 and <= 12 ? $" ({string.Join(", ", names)})" : "";
        report(place, Findings.Message(step, walked.Length == 0 ? $"a key of the scenario{among}" : $"a name under {walked}{among}", names));
    }
}
