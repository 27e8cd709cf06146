using Spectre.Console;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Figures;

namespace VirtAlliance.Client.Showing;

/// <summary>A study on the screen: shares, gains, verdicts, digests.</summary>
internal static class StudyReport
{
    public static void Write(IAnsiConsole console, StudyAnswer study, IReadOnlyList<ArmFigures> arms, string baseline)
    {
        foreach (var arm in arms) console.Write(SharesTable.Of(arm));
        if (GainsTable.Of(arms, baseline) is { } gains) console.Write(gains);
        if (study.Claims.Count > 0) console.Write(VerdictTable.Of(study.Claims));
        console.Write(RunTable.Of(study.Runs));
        console.WriteLine($"{study.Study}: {study.Status}{(study.Error is null ? "" : $", {study.Error}")}");
    }
}
