using System.Collections.Immutable;
using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Figures;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Showing;

/// <summary>A study on the screen: shares, gains, verdicts, digests.</summary>
internal static class StudyReport
{
    public static void Write(IAnsiConsole console, StudyAnswer study, StudyFigures figures, ImmutableArray<ClaimVerdict> claims)
    {
        foreach (var (arm, shares) in figures.Shares) Section(console, $"Shares of seats: {arm}", SharesTable.Of(shares));
        if (!figures.Gains.IsEmpty) Section(console, $"Discounted profit [million USD]: in {figures.Baseline}, and gained against it", GainsTable.Of(figures));
        if (!claims.IsEmpty) Section(console, "Claims", VerdictTable.Of(claims));
        Heading.Write(console, "Runs");
        RunLines.Write(Console.Out, study.Runs);
        Console.Out.WriteLine($"{study.Study}: {study.Status}{(study.Error is null ? "" : $", {study.Error}")}");
    }

    private static void Section(IAnsiConsole console, string heading, Table table)
    {
        Heading.Write(console, heading);
        console.Write(table);
    }
}
