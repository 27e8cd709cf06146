using System.Text.Json;
using System.Text.RegularExpressions;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>What a value may look like: checks it, says what was expected, and describes itself as JSON schema.</summary>
internal abstract class Shape
{
    /// <summary>For error messages: 'a number in [0, 1]'.</summary>
    public abstract string Expected { get; }

    /// <summary>True if the value is of this kind at all; its parts may still be wrong.</summary>
    public abstract bool Fits(Node node);

    /// <summary>Reports everything wrong with the value.</summary>
    public virtual void Check(Node node, Place owner, Checking checking)
    {
        if (!Fits(node)) checking.Add(node, Expected);
    }

    /// <summary>The members of its JSON schema object.</summary>
    public abstract void WriteSchema(Utf8JsonWriter json);
}

/// <summary>Any text.</summary>
internal sealed class TextShape : Shape
{
    public override string Expected => "a text";

    public override bool Fits(Node node) => node is Scalar { IsEmpty: false };

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteEndArray();
    }
}

/// <summary>A new name.</summary>
internal sealed partial class NameShape : Shape
{
    public override string Expected => "a name of letters, digits, '-' and '_' (at most 64)";

    public override bool Fits(Node node) => node is Scalar scalar && IsName(scalar.Text);

    public static bool IsName(string text) => Pattern().IsMatch(text) && !Names.Reserved.Contains(text);

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex Pattern();
}

/// <summary>One of some words.</summary>
internal sealed class ChoiceShape(params string[] words) : Shape
{
    public override string Expected => string.Join(" or ", words);

    public override bool Fits(Node node) => node is Scalar scalar && words.Contains(scalar.Text);

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (!Fits(node)) checking.Add(node, Expected, words);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            if (word is "true" or "false") json.WriteBooleanValue(word == "true");
            else json.WriteStringValue(word);
        }
        json.WriteEndArray();
    }
}

/// <summary>The name of something that the scenario defines.</summary>
internal sealed class ReferenceShape(Refers kinds) : Shape
{
    public override string Expected => Names.Describe(kinds);

    public override bool Fits(Node node) => node is Scalar { IsEmpty: false };

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (node is not Scalar name || !checking.Names.Has(kinds, name.Text)) checking.Add(node, Expected, checking.Names.Valid(kinds));
    }

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "string");
}

/// <summary>Anything: it is checked where it is used.</summary>
internal sealed class AnyShape : Shape
{
    public override string Expected => "a value";

    public override bool Fits(Node node) => true;

    public override void WriteSchema(Utf8JsonWriter json)
    {
    }
}
