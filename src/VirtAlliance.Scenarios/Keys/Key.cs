using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>One key of a scenario file, described once: the reader, the JSON schema and the scenario check all use this.</summary>
/// <param name="Name">As written in files.</param>
/// <param name="Shape">What its value may look like.</param>
/// <param name="Default">What holds when it is absent, as it would be written, or in words; null: nothing, or it is required.</param>
/// <param name="Doc">What it means, with its unit.</param>
/// <param name="Required">An entry without it is an error.</param>
internal sealed record Key(string Name, Shape Shape, string? Default, string Doc, bool Required = false)
{
    /// <summary>The default as a number.</summary>
    /// <exception cref="InvalidOperationException">The default is none.</exception>
    public double DefaultNumber => NumberText.TryRead(Default ?? "", out var number) ? number : throw new InvalidOperationException($"'{Name}' has no number as its default");

    public static Key Need(string name, Shape shape, string doc) => new(name, shape, null, doc, Required: true);

    public static Key Maybe(string name, Shape shape, string doc) => new(name, shape, null, doc);

    public static Key With(string name, Shape shape, string @default, string doc) => new(name, shape, @default, doc);

    /// <summary>A share, a probability or another fraction.</summary>
    public static Key Fraction(string name, string @default, string doc) => new(name, new RealShape(0, 1), @default, doc);

    /// <summary>A number without bounds.</summary>
    public static Key Any(string name, string @default, string doc) => new(name, new RealShape(), @default, doc);

    /// <summary>A number of at least 0.</summary>
    public static Key Size(string name, string @default, string doc) => new(name, new RealShape(0), @default, doc);

    /// <summary>USD, at least 0 and small enough to count in cents.</summary>
    public static Key Usd(string name, string? @default, string doc, bool required = false) => new(name, new RealShape(0, 1e13), @default, doc, required);
}
