using VirtAlliance.Client.Answers;
using VirtAlliance.Results.Figures;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Results.Tables;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Client.Running;

/// <summary>What is said of a study that has ended.</summary>
internal static class StudyEnd
{
    /// <summary>Tells what became of the study, on screen or as JSON, and returns the exit status.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="seen">Where it came to rest. The store may not know that, if it could not be written.</param>
    /// <param name="baseline">The arm that others are compared with.</param>
    /// <param name="folder">For its tables; null: none are wanted.</param>
    /// <param name="json">On standard output.</param>
    /// <param name="interrupted">The user has had enough.</param>
    public static async Task<int> Show(IRunStore store, StudySnapshot seen, string baseline, string? folder, bool json, bool interrupted)
    {
        var study = await store.FindStudy(seen.Study) ?? throw new InvalidOperationException($"the store has lost the study {seen.Study}");
        if (study.Status is RunStatus.Queued or RunStatus.Running) study = study with { Status = seen.Status, Error = seen.Error };
        return await Show(store, study, baseline, folder, json, interrupted);
    }

    /// <inheritdoc cref="Show(IRunStore,StudySnapshot,string,string?,bool,bool)"/>
    public static async Task<int> Show(IRunStore store, StudyRow study, string baseline, string? folder, bool json, bool interrupted)
    {
        var runs = await store.ListRuns(study.Id);
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
        Console.Error.WriteLine((failed, study.Error) switch
        {
            ({ } run, _) => $"{run.Id}: {run.Error}",
            (_, { } error) => $"{study.Id}: {error}",
            _ => $"{study.Id} is {StatusText.Of(study.Status)}; take it up again with: virtalliance resume {study.Id}",
        });
        return ExitStatus.Failed;
    }
}
