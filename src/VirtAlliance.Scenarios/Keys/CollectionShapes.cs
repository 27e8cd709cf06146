using System.Text.Json;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>A list of values.</summary>
/// <param name="item">What each may look like.</param>
/// <param name="count">How many; null: any number.</param>
internal sealed class ListShape(Shape item, int? count = null) : Shape
{
    public Shape Item { get; } = item;

    public override string Expected => count is null ? $"a list of values, each {Item.Expected}" : $"a list of {count} values, each {Item.Expected}";

    public override bool Fits(Node node) => node is Sequence;

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (node is not Sequence list || (count is { } exactly && list.Items.Count != exactly)) checking.Add(node, Expected);
        else
            foreach (var value in list.Items) Item.Check(value, value.Place, checking);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        Item.WriteSchema(json);
        json.WriteEndObject();
        if (count is not { } exactly) return;
        json.WriteNumber("minItems", exactly);
        json.WriteNumber("maxItems", exactly);
    }
}

/// <summary>A mapping from names to values.</summary>
/// <param name="kinds">What the names refer to; null: they are new names.</param>
/// <param name="value">What each value may look like.</param>
/// <param name="noun">What is named, for error messages.</param>
/// <param name="least">How many there must be.</param>
/// <param name="most">How many there may be.</param>
internal sealed class MapShape(Refers? kinds, Shape value, string noun, int least = 0, int most = 10_000) : Shape
{
    public Shape Value { get; } = value;

    public override string Expected => $"{{{noun}: {Value.Expected}}}";

    public override bool Fits(Node node) => node is Map;

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (node is not Map map)
        {
            checking.Add(node, Expected);
            return;
        }
        var entries = map.Entries.Where(e => !Names.Remarks.Contains(e.Name)).ToArray();
        foreach (var entry in entries)
        {
            CheckName(entry, checking);
            Value.Check(entry.Value, entry.NamePlace, checking);
        }
        if (entries.Length < least) checking.Report(owner, $"found no {noun}, expected at least {(least == 1 ? "one" : least)}");
        if (entries.Length > most) checking.Report(entries[most].NamePlace, $"found {entries.Length} of {noun}, expected at most {most}");
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var remark in Names.Remarks)
        {
            json.WriteStartObject(remark);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("additionalProperties");
        Value.WriteSchema(json);
        json.WriteEndObject();
        if (least > 0) json.WriteNumber("minProperties", least);
    }

    private void CheckName(MapEntry entry, Checking checking)
    {
        if (kinds is not { } known)
        {
            if (!NameShape.IsName(entry.Name)) checking.Report(entry.NamePlace, Findings.Message(entry.Name, $"{noun}: letters, digits, '-' and '_', at most 64, and none of {string.Join(", ", Names.Reserved)}"));
        }
        else if (!checking.Names.Has(known, entry.Name)) checking.Report(entry.NamePlace, Findings.Message(entry.Name, Names.Describe(known), checking.Names.Valid(known)));
    }
}

/// <summary>One of several forms of value.</summary>
internal sealed class EitherShape(params Shape[] forms) : Shape
{
    public IReadOnlyList<Shape> Forms => forms;

    public override string Expected => string.Join(" or ", forms.Select(f => f.Expected));

    public override bool Fits(Node node) => forms.Any(f => f.Fits(node));

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (forms.FirstOrDefault(f => f.Fits(node)) is { } form) form.Check(node, owner, checking);
        else checking.Add(node, Expected);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartArray("anyOf");
        foreach (var form in forms)
        {
            json.WriteStartObject();
            form.WriteSchema(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

/// <summary>A shape that is defined elsewhere and may contain itself.</summary>
internal sealed class DefinedShape(string name, Func<Shape> shape) : Shape
{
    public override string Expected => shape().Expected;

    public override bool Fits(Node node) => shape().Fits(node);

    public override void Check(Node node, Place owner, Checking checking) => shape().Check(node, owner, checking);

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("$ref", $"#/definitions/{name}");
}
