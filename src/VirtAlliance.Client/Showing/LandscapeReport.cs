using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>A landscape's local minima, and a path into one.</summary>
internal static class LandscapeReport
{
    private const int MostMinima = 50;

    public static void Write(IAnsiConsole console, LandscapeAnswer answer)
    {
        Heading.Write(console, Text($"{answer.Minima.Length} local {(answer.Minima.Length == 1 ? "minimum" : "minima")} among {answer.Configurations:N0} configurations"));
        console.Write(Minima(answer));
        if (answer.Path.IsEmpty) return;
        Heading.Write(console, "Path of single moves");
        console.Write(Path(answer.Path));
    }

    private static Table Minima(LandscapeAnswer answer)
    {
        var table = Sides("energy", "basin");
        foreach (var m in answer.Minima.Take(MostMinima))
            table.AddRow(Text($"{m.Energy:N}"), Text($"{m.Basin / (double)answer.Configurations:0.0 %}"), Names(m.First), Names(m.Second));
        return table;
    }

    private static Table Path(ImmutableArray<StepAnswer> path)
    {
        var table = Sides("energy", "moves");
        foreach (var step in path) table.AddRow(Text($"{step.Energy:N}"), Markup.Escape(step.Moves ?? ""), Names(step.First), Names(step.Second));
        return table;
    }

    private static Table Sides(params string[] figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var figure in figures) table.AddColumn(new TableColumn(figure).RightAligned());
        return table.AddColumn("one side").AddColumn("other side");
    }

    private static string Names(ImmutableArray<string> side) => Markup.Escape(string.Join(", ", side));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
