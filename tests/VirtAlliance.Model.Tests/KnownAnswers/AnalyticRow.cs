using System.Globalization;
using System.Text.RegularExpressions;

namespace VirtAlliance.Model.Tests.KnownAnswers;

/// <summary>A row of the table of known answers.</summary>
/// <param name="Group">The question.</param>
/// <param name="Input">Its numbers, as text.</param>
/// <param name="Output">Which figure.</param>
/// <param name="Value">The figure, or figures, as text.</param>
internal sealed partial record AnalyticRow(string Group, string Input, string Output, string Value)
{
    public const string File = "data/analytic-tests.csv";

    /// <summary>The figure, if it is one.</summary>
    public double Number => double.Parse(Value, CultureInfo.InvariantCulture);

    /// <summary>Rows of a group.</summary>
    public static AnalyticRow[] Of(string group) => [.. All().Where(r => r.Group == group)];

    /// <summary>All rows.</summary>
    public static AnalyticRow[] All() => [.. ExternalDataFactAttribute.Lines(File).Skip(1).Select(Cut).Select(f => new AnalyticRow(f[0], f[1], f[2], f[3]))];

    /// <summary>The number that the input calls <paramref name="name"/>.</summary>
    public double In(string name) => double.Parse(Regex.Match(Input, $@"(^|[ ,]){name}=([-0-9.]+)").Groups[2].Value, CultureInfo.InvariantCulture);

    /// <summary>The numbers that the input lists in brackets after <paramref name="name"/>.</summary>
    public double[] List(string name) => [.. Regex.Match(Input, $@"{name}=\(([^)]*)\)").Groups[1].Value.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];

    private static string[] Cut(string line) => [.. Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];

    [GeneratedRegex(@"(?:^|,)(?:""([^""]*)""|([^,]*))")]
    private static partial Regex Field();
}
