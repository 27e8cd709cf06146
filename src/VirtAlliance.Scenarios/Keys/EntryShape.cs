using System.Text.Json;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>A mapping with fixed keys; remarks are allowed besides.</summary>
/// <param name="noun">What the mapping is, for error messages.</param>
/// <param name="keys">The keys.</param>
/// <param name="oneOf">Keys of which exactly one must be there; empty: no such rule.</param>
internal sealed class EntryShape(string noun, IReadOnlyList<Key> keys, IReadOnlyList<string>? oneOf = null) : Shape
{
    private readonly Key[] _needed = [.. keys.Where(k => k.Required)];

    public IReadOnlyList<Key> Keys { get; } = keys;

    /// <summary>Keys of which exactly one must be there.</summary>
    public IReadOnlyList<string> OneOf { get; } = oneOf ?? [];

    public override string Expected => $"{noun} in the form {{key: value}}";

    public override bool Fits(Node node) => node is Map;

    public Key? Find(string name) => Keys.FirstOrDefault(k => k.Name == name);

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (node is not Map map)
        {
            checking.Add(node, Expected);
            return;
        }
        foreach (var entry in map.Entries) CheckEntry(entry, checking);
        foreach (var key in _needed)
            if (map.Find(key.Name) is null) checking.Report(owner, $"found no '{key.Name}' in {noun}, expected {key.Shape.Expected} there");
        CheckOneOf(map, owner, checking);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var key in Keys) WriteKey(json, key);
        foreach (var remark in Names.Remarks)
        {
            json.WriteStartObject(remark);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        WriteNames(json, "required", _needed.Select(k => k.Name));
        if (OneOf.Count == 0) return;
        json.WriteStartArray("oneOf");
        foreach (var name in OneOf)
        {
            json.WriteStartObject();
            WriteNames(json, "required", [name]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void CheckEntry(MapEntry entry, Checking checking)
    {
        if (Find(entry.Name) is { } key) key.Shape.Check(entry.Value, entry.NamePlace, checking);
        else if (!Names.Remarks.Contains(entry.Name)) checking.Report(entry.NamePlace, Findings.Message(entry.Name, $"a key of {noun} ({List()})", Keys.Select(k => k.Name)));
        else if (entry.Value is not Scalar) checking.Add(entry.Value, "a text");
    }

    private void CheckOneOf(Map map, Place owner, Checking checking)
    {
        if (OneOf.Count == 0) return;
        var given = OneOf.Where(n => map.Find(n) is not null).ToArray();
        if (given.Length == 0) checking.Report(owner, $"found none of {string.Join(", ", OneOf)} in {noun}, expected exactly one");
        if (given.Length > 1) checking.Report(map.Find(given[1])!.NamePlace, $"found both '{given[0]}' and '{given[1]}' in {noun}, expected exactly one of {string.Join(", ", OneOf)}");
    }

    private string List() => Keys.Count <= 12 ? string.Join(", ", Keys.Select(k => k.Name)) : string.Join(", ", Keys.Take(12).Select(k => k.Name)) + ", …";

    private static void WriteKey(Utf8JsonWriter json, Key key)
    {
        json.WriteStartObject(key.Name);
        json.WriteString("description", key.Default is null ? key.Doc : $"{key.Doc} Default: {key.Default}.");
        key.Shape.WriteSchema(json);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        if (!names.Any()) return;
        json.WriteStartArray(property);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
