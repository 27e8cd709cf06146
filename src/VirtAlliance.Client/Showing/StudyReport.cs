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
        foreach (var (arm, shares) in figures.Shares) console.Write(SharesTable.Of(arm, shares));
        if (!figures.Gains.IsEmpty) console.Write(GainsTable.Of(figures));
        if (!claims.IsEmpty) console.Write(VerdictTable.Of(claims));
        console.Write(RunTable.Of(study.Runs));
        console.WriteLine($"{study.Study}: {study.Status}{(study.Error is null ? "" : $", {study.Error}")}");
    }
}
