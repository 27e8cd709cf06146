using System.Collections.Immutable;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Uncertainty;

/// <summary>A number of a scenario that every replicate draws anew.</summary>
/// <param name="Path">Which; stars name several, which share the draw.</param>
/// <param name="Place">Where the scenario says so.</param>
/// <param name="Spread">How it is spread.</param>
/// <param name="IsScale">True: a factor of the file's number; false: the number itself.</param>
/// <param name="IsFree">True: calibration moves it.</param>
internal sealed record UncertainNumber(string Path, Place Place, Distribution Spread, bool IsScale, bool IsFree)
{
    /// <summary>All of a scenario, held to what they address.</summary>
    public static ImmutableArray<UncertainNumber> Read(Map root, Action<Place, string> report)
    {
        var numbers = ImmutableArray.CreateBuilder<UncertainNumber>();
        var seen = new HashSet<string>();
        foreach (var entry in root.List(ScenarioKeys.Uncertain).OfType<Map>())
        {
            if (entry[UncertainKeys.Path.Name] is not Scalar path || (entry.Map(UncertainKeys.Value) ?? entry.Map(UncertainKeys.Scale)) is not { } spread) continue;
            if (!seen.Add(path.Text)) report(path.Place, $"found the path {Findings.Quote(path.Text)} a second time, expected each number once");
            CheckPath(root, path, report);
            if (Distribution.Read(spread, report) is { } distribution)
                numbers.Add(new UncertainNumber(path.Text, entry.Place, distribution, entry.Map(UncertainKeys.Value) is null, entry.TextOrNull(UncertainKeys.Free) == "true"));
        }
        return numbers.ToImmutable();
    }

    /// <summary>Puts a value, or factor, into the tree. What an option has set stays.</summary>
    public void Set(Map root, double value)
    {
        foreach (var slot in new TreePath(root, Place, (_, _) => { }).Slots(Path) ?? [])
        {
            if (slot.Value is { Place.IsOption: true } || Central(slot) is not { } central) continue;
            var drawn = IsScale ? central * value : value;
            if (slot.Shape is WholeShape) drawn = Math.Round(drawn, MidpointRounding.ToEven);
            Put(slot, drawn);
            if (slot.Parent is Map shares && slot.Path.Split('.') is [_, _, "shares", not "none"] or ["segment-defaults", "shares", not "none"]) LeaveRestToNone(shares, drawn - central);
        }
    }

    private void Put(Slot slot, double value)
    {
        var number = new Scalar(Place, NumberText.Of(value), plain: true);
        if (slot.Parent is Map map) map.Put(new MapEntry(slot.Step, map.Find(slot.Step)?.NamePlace ?? Place, number));
        else if (slot.Parent is Sequence list && TreePath.ItemIndex(list, slot.Step) is { } index) list.Items[index] = number;
    }

    /// <summary>Shares sum to 1: what a product gains, none loses.</summary>
    private void LeaveRestToNone(Map shares, double gained)
    {
        if (EntryReading.Number(shares["none"]) is { } none)
            shares.Put(new MapEntry("none", shares.Find("none")!.NamePlace, new Scalar(Place, NumberText.Of(none - gained), plain: true)));
    }

    private static void CheckPath(Map root, Scalar path, Action<Place, string> report)
    {
        if (path.Text.Split('.')[0] is "seed" or "quarters")
        {
            report(path.Place, Findings.Message(path.Text, "a number of the market: seed and quarters are the study's"));
            return;
        }
        foreach (var slot in new TreePath((Map)root.Copy(), path.Place, report).Slots(path.Text) ?? [])
            if (!IsNumber(slot.Shape) || Central(slot) is null) report(path.Place, Findings.Message(slot.Path, "a path to a number that the file states or that has a default"));
    }

    /// <summary>The file's own number; for a scale 1; of several that the path names, the first.</summary>
    public double CentralOf(Map root)
    {
        if (IsScale) return 1;
        var slots = new TreePath((Map)root.Copy(), Place, (_, _) => { }).Slots(Path) ?? [];
        return slots.Select(Central).OfType<double>().First();
    }

    private static double? Central(Slot slot) => EntryReading.Number(slot.Value) ?? (slot.Value is null && NumberText.TryRead(slot.Default ?? "", out var number) ? number : null);

    private static bool IsNumber(Shape? shape) => shape is RealShape or WholeShape || (shape is EitherShape either && either.Forms.Any(IsNumber));
}
