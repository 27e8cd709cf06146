using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Figures;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Tables;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Running;

/// <summary>What is said of a study that has ended.</summary>
internal static class StudyEnd
{
    /// <summary>Tells what became of the study, on screen or as JSON, and returns the exit status.</summary>
    public static async Task<int> Show(IRunStore store, string id, string baseline, string? folder, bool json, bool interrupted)
    {
        var study = await store.FindStudy(id) ?? throw new InvalidOperationException($"the store has lost the study {id}");
        var runs = await store.ListRuns(id);
        var answer = StudyAnswers.Of(study, runs);
        if (folder is not null && !interrupted) await CsvExport.Write(store, study, runs, folder);
        if (json) Answer.Write(answer, AnswerJson.Default.StudyAnswer);
        else if (!interrupted) StudyReport.Write(
            Terminal.Out, answer, await StudyFigures.Read(store, runs, baseline, CancellationToken.None), VerdictJson.Read(study.Result));
        return interrupted ? ExitStatus.Cancelled : Status(study, runs);
    }

    private static int Status(StudyRow study, IEnumerable<RunRow> runs)
    {
        if (study.Status == RunStatus.Completed) return ExitStatus.Done;
        if (study.Status == RunStatus.Cancelled) return ExitStatus.Cancelled;
        var failed = runs.FirstOrDefault(r => r.Error is not null);
        Console.Error.WriteLine(failed is null ? $"{study.Id}: {study.Error}" : $"{failed.Id}: {failed.Error}");
        return ExitStatus.Failed;
    }
}
