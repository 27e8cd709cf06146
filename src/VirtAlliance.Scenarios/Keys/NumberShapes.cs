using System.Globalization;
using System.Text.Json;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>A number in a range.</summary>
/// <param name="min">Lowest, or the bound it must exceed.</param>
/// <param name="max">Highest, or the bound it must stay below.</param>
/// <param name="openMin">The lower bound itself is not allowed.</param>
/// <param name="openMax">The upper bound itself is not allowed.</param>
internal sealed class RealShape(double min = -RealShape.Huge, double max = RealShape.Huge, bool openMin = false, bool openMax = false) : Shape
{
    /// <summary>No figure of a market is larger.</summary>
    public const double Huge = 1e15;

    public override string Expected => (min, max) switch
    {
        (-Huge, Huge) => "a number",
        (_, Huge) => $"a number {(openMin ? "above" : "of at least")} {Show(min)}",
        (-Huge, _) => $"a number {(openMax ? "below" : "of at most")} {Show(max)}",
        _ => $"a number in {(openMin ? '(' : '[')}{Show(min)}, {Show(max)}{(openMax ? ')' : ']')}",
    };

    public override bool Fits(Node node) => node is Scalar { Plain: true } scalar && NumberText.TryRead(scalar.Text, out _);

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (!Fits(node) || !NumberText.TryRead(((Scalar)node).Text, out var number) || !InRange(number)) checking.Add(node, Expected);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        SchemaNumber.Write(json, "number");
        if (min > -Huge) json.WriteNumber(openMin ? "exclusiveMinimum" : "minimum", min);
        if (max < Huge) json.WriteNumber(openMax ? "exclusiveMaximum" : "maximum", max);
    }

    private bool InRange(double number) => (openMin ? number > min : number >= min) && (openMax ? number < max : number <= max);

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A whole number in a range.</summary>
internal sealed class WholeShape(long min, long max) : Shape
{
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max:N0}");

    public override bool Fits(Node node) => node is Scalar { Plain: true } scalar && NumberText.TryRead(scalar.Text, out _);

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (!Fits(node) || !NumberText.TryRead(((Scalar)node).Text, out var n) || n != Math.Floor(n) || n < min || n > max) checking.Add(node, Expected);
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        SchemaNumber.Write(json, "integer");
        json.WriteNumber("minimum", min);
        json.WriteNumber("maximum", max);
    }
}

/// <summary>A calendar quarter.</summary>
/// <param name="inRun">It must be one of the file's own quarters.</param>
internal sealed class QuarterShape(bool inRun) : Shape
{
    public override string Expected => "a quarter such as 2011-Q2";

    public override bool Fits(Node node) => node is Scalar scalar && Quarter.TryParse(scalar.Text, out _);

    public override void Check(Node node, Place owner, Checking checking)
    {
        if (node is not Scalar scalar || !Quarter.TryParse(scalar.Text, out var quarter)) checking.Add(node, Expected);
        else if (inRun && checking is { Starts: { } starts, Quarters: { } quarters } && (quarter.Since(starts) < 0 || quarter.Since(starts) >= quarters))
            checking.Add(node, $"a quarter from {starts} to {starts.Plus(quarters - 1)}");
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", "^[1-9][0-9]{3}-Q[1-4]$");
    }
}

/// <summary>A number in a schema: YAML 1.2 takes one with underscores for a string.</summary>
internal static class SchemaNumber
{
    public static void Write(Utf8JsonWriter json, string type)
    {
        json.WriteStartArray("type");
        json.WriteStringValue(type);
        json.WriteStringValue("string");
        json.WriteEndArray();
        json.WriteString("pattern", "^[+-]?[0-9]+(_[0-9]+)*([.][0-9]+(_[0-9]+)*)?([eE][+-]?[0-9]+)?$");
    }
}
