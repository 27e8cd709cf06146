using System.Collections.Immutable;
using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Results.Figures;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Showing;

/// <summary>A study on the screen: shares, gains, verdicts, digests.</summary>
internal static class StudyReport
{
    /// <summary>Up to so many arms are shown one by one; of more the first and the baseline, and all of them in a row each.</summary>
    private const int FewArms = 4;

    public static void Write(IAnsiConsole console, StudyAnswer study, StudyFigures figures, ImmutableArray<ClaimVerdict> claims)
    {
        var many = figures.Shares.Length > FewArms;
        string[] shown = [.. figures.Shares.Select(s => s.Arm).Where((arm, i) => !many || i == 0 || arm == figures.Baseline)];
        foreach (var (arm, shares) in figures.Shares.Where(s => shown.Contains(s.Arm))) Section(console, $"Shares of seats: {arm}", SharesTable.Of(shares));
        if (many) Section(console, $"Shares of seats at the end of {figures.Shares[0].Shares.Ends}", SharesTable.AtTheEnd(figures.Shares));
        if (figures.Gains is { } gains) Gains(console, figures.Baseline, gains, shown, many);
        if (!claims.IsEmpty) Section(console, "Claims", VerdictTable.Of(claims));
        Heading.Write(console, "Runs");
        RunLines.Write(Console.Out, study.Runs);
        Console.Out.WriteLine($"{study.Study}: {study.Status}{(study.Error is null ? "" : $", {study.Error}")}");
    }

    private static void Gains(IAnsiConsole console, string baseline, StudyGains gains, IEnumerable<string> shown, bool many)
    {
        foreach (var arm in shown.Where(a => gains.Arms.Any(g => g.Arm == a)))
            Section(console, $"Discounted profit [million USD]: in {baseline}, and gained against it in {arm}", GainsTable.ByHorizon(gains, baseline, arm));
        if (many) Section(console, $"Gained against {baseline} over the whole run [million USD]", GainsTable.ByArm(gains));
    }

    private static void Section(IAnsiConsole console, string heading, Table table)
    {
        Heading.Write(console, heading);
        console.Write(table);
    }
}
