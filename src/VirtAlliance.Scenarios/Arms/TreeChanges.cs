using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Arms;

/// <summary>The three ways in which a tree is changed.</summary>
/// <param name="root">What is changed.</param>
/// <param name="report">Takes faults.</param>
internal sealed class TreeChanges(Map root, Action<Place, string> report)
{
    private static readonly string[] Kinds = ["technologies", "vendors", "products", "segments", "alliances"];

    /// <summary>Replaces a value, or states one that the file leaves to its default.</summary>
    public void Set(string path, Place place, Node value)
    {
        foreach (var slot in Slots(path, place))
        {
            if (slot.Value is null && IsNew(slot)) report(place, Findings.Message(slot.Step, $"a name that is there ({Siblings(slot)}): 'add' brings new ones", Valid(slot)));
            else Put(slot, place, value.Copy());
        }
    }

    /// <summary>Adds a value where there is none, an item to a list, or entries to a mapping.</summary>
    public void Add(string path, Place place, Node value)
    {
        foreach (var slot in Slots(path, place))
        {
            if (slot.Value is null) Put(slot, place, value.Copy());
            else if (slot.Value is Sequence list) list.Items.AddRange(value is Sequence more ? more.Items.Select(i => i.Copy()) : [value.Copy()]);
            else if (slot.Value is Map map && value is Map entries) Merge(map, entries, slot.Path);
            else report(place, $"found {slot.Path}, which is there already, expected a path to something new: 'set' replaces values");
        }
    }

    /// <summary>Takes out a value, with what refers to it as far as it then means nothing.</summary>
    public void Remove(string path, Place place)
    {
        foreach (var slot in Slots(path, place))
        {
            if (slot.Value is null)
            {
                report(place, Findings.Message(slot.Step, $"something to remove ({Siblings(slot)})", Valid(slot)));
                continue;
            }
            if (slot.Parent is Sequence list) list.Items.RemoveAt(TreePath.ItemIndex(list, slot.Step)!.Value);
            else ((Map)slot.Parent).Remove(slot.Step);
            var steps = slot.Path.Split('.');
            if (steps.Length == 2) new Cascade(root).Forget(steps[0], steps[1]);
        }
    }

    private IReadOnlyList<Slot> Slots(string path, Place place) => new TreePath(root, place, report).Slots(path) ?? [];

    private static void Put(Slot slot, Place place, Node value)
    {
        if (slot.Parent is Map map) map.Put(new MapEntry(slot.Step, place, value));
        else if (slot.Parent is Sequence list && TreePath.ItemIndex(list, slot.Step) is { } index) list.Items[index] = value;
    }

    private void Merge(Map map, Map more, string path)
    {
        foreach (var entry in more.Entries)
        {
            if (map.Find(entry.Name) is not null) report(entry.NamePlace, $"found {path}.{entry.Name}, which is there already, expected something new: 'set' replaces values");
            else map.Put(entry with { Value = entry.Value.Copy() });
        }
    }

    /// <summary>True for a vendor, product, … and for an item of a list: those are added, not set.</summary>
    private static bool IsNew(Slot slot) =>
        slot.Parent is not Map || (slot.Path.Count(c => c == '.') == 1 && Kinds.Contains(slot.Path.Split('.')[0]));

    private static IEnumerable<string> Valid(Slot slot) => slot.Parent switch
    {
        Map map => map.Named().Select(e => e.Name),
        Sequence list => list.Items.OfType<Scalar>().Select(s => s.Text),
        _ => [],
    };

    private static string Siblings(Slot slot) => string.Join(", ", Valid(slot).Take(12).DefaultIfEmpty("nothing is"));
}
