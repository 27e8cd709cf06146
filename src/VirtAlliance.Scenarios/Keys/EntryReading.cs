using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>Values of an entry by key, defaults filled in. What does not read as its key asks counts as absent: the shape check has reported it.</summary>
internal static class EntryReading
{
    public static double Real(this Map? map, Key key) => map.RealOrNull(key) ?? key.DefaultNumber;

    public static double? RealOrNull(this Map? map, Key key) => Number(map?[key.Name]);

    public static long Whole(this Map? map, Key key) => (long)Math.Clamp(map.Real(key), -RealShape.Huge, RealShape.Huge);

    public static string? Text(this Map? map, Key key) => (map?[key.Name] as Scalar)?.Text ?? key.Default;

    public static string? TextOrNull(this Map? map, Key key) => (map?[key.Name] as Scalar)?.Text;

    public static Map? Map(this Map? map, Key key) => map?[key.Name] as Map;

    /// <summary>Entries of a mapping from names, remarks left out; none if it is absent.</summary>
    public static IEnumerable<MapEntry> Named(this Map? map, Key key) => map.Map(key)?.Named() ?? [];

    public static IEnumerable<MapEntry> Named(this Map map) => map.Entries.Where(e => !Names.Remarks.Contains(e.Name));

    public static IEnumerable<Node> List(this Map? map, Key key) => (map?[key.Name] as Sequence)?.Items ?? [];

    /// <summary>Whole cents, half to even.</summary>
    public static long Cents(this Map? map, Key key) => Reading.NumberText.WholeCents(map.DigitsOf(key));

    /// <summary>Cents with their fractions.</summary>
    public static double ExactCents(this Map? map, Key key) => Reading.NumberText.Cents(map.DigitsOf(key));

    public static Quarter? Quarter(this Map? map, Key key) => Model.Definition.Quarter.TryParse(map.TextOrNull(key), out var quarter) ? quarter : null;

    public static double? Number(Node? node) => node is Scalar { Plain: true } scalar && Reading.NumberText.TryRead(scalar.Text, out var number) ? number : null;

    private static string DigitsOf(this Map? map, Key key) => map?[key.Name] is Scalar { Plain: true } scalar && Number(scalar) is not null ? scalar.Text : key.Default!;
}
