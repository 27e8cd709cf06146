using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Building;

/// <summary>Who is there, in the order of the model: ordinal by name, products as in the file.</summary>
internal sealed class Roster
{
    public Roster(Map root)
    {
        Root = root;
        Starts = root.Quarter(ScenarioKeys.Starts)!.Value;
        Technologies = Sorted(root.Named(ScenarioKeys.Technologies));
        Vendors = Sorted(root.Named(ScenarioKeys.Vendors));
        Segments = Sorted(root.Named(ScenarioKeys.Segments));
        Alliances = Sorted(root.Named(ScenarioKeys.Alliances));
        Products = [.. root.Named(ScenarioKeys.Products)];
        Franchises = Sorted(VendorRules.Franchisers(root));
    }

    public Map Root { get; }

    public Quarter Starts { get; }

    public ImmutableArray<MapEntry> Technologies { get; }

    public ImmutableArray<MapEntry> Vendors { get; }

    public ImmutableArray<MapEntry> Segments { get; }

    public ImmutableArray<MapEntry> Alliances { get; }

    public ImmutableArray<MapEntry> Products { get; }

    /// <summary>Vendors with a franchise.</summary>
    public ImmutableArray<MapEntry> Franchises { get; }

    /// <summary>Where <paramref name="name"/> stands in <paramref name="list"/>; −1 if nowhere.</summary>
    public static int IndexOf(ImmutableArray<MapEntry> list, string? name)
    {
        for (var i = 0; i < list.Length; i++)
            if (list[i].Name == name) return i;
        return -1;
    }

    /// <summary>Where the entries of the file stand in <paramref name="sorted"/>.</summary>
    public ImmutableArray<int> InFileOrder(ImmutableArray<MapEntry> sorted, Key key) => [.. Root.Named(key).Select(e => IndexOf(sorted, e.Name))];

    /// <summary>Number of the quarter that the key gives; <paramref name="otherwise"/> if it gives none, and never for the word.</summary>
    public int QuarterOf(Map? map, Key key, int otherwise) => map.Quarter(key) is { } quarter ? quarter.Since(Starts)
        : map.TextOrNull(key) is { } word ? (word == "never" ? int.MaxValue : 0) : otherwise;

    /// <summary>A figure per name; <paramref name="otherwise"/> for those that the map leaves out.</summary>
    public static ImmutableArray<double> Figures(ImmutableArray<MapEntry> list, Map? map, double otherwise) =>
        [.. list.Select(e => EntryReading.Number(map?[e.Name]) ?? otherwise)];

    private static ImmutableArray<MapEntry> Sorted(IEnumerable<MapEntry> entries) => [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal)];
}
