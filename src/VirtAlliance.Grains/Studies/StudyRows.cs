using System.Text.Json;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Grains.Studies;

/// <summary>How a submission becomes rows of the run store.</summary>
public static class StudyRows
{
    /// <summary>Keeps the study and its runs, queued; then <c>IStudyGrain.Start</c> with the id sets it going.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="request">What was submitted; kept, so that the scenario can be read again as it was.</param>
    /// <param name="plan">What <see cref="StudyPlan.Expand"/> made of it.</param>
    /// <param name="owner">Id of the cluster that is to work on it.</param>
    /// <param name="cancellation">Stops the write; all or nothing is kept.</param>
    /// <returns>The study's row.</returns>
    public static async Task<StudyRow> Create(IRunStore store, StudyRequest request, StudyPlan plan, string owner, CancellationToken cancellation = default)
    {
        var id = NewId(plan.Scenario);
        var study = new StudyRow(id, plan.Scenario, JsonSerializer.Serialize(request), RunStatus.Queued, null, owner, DateTimeOffset.UtcNow);
        await store.Create(study, [.. plan.Runs.Select((run, position) => Row(id, owner, run, position))], cancellation);
        return study;
    }

    /// <summary>The submission that a study was made from.</summary>
    public static StudyRequest Request(StudyRow study) =>
        JsonSerializer.Deserialize<StudyRequest>(study.Source) ?? throw new InvalidDataException($"study '{study.Id}' does not say what was submitted");

    /// <summary>Id of a study's run.</summary>
    /// <param name="study">Id of the study.</param>
    /// <param name="position">The run's place in it, from 0.</param>
    public static string RunId(string study, int position) => $"{study}-{position + 1}";

    private static RunRow Row(string study, string owner, PlannedRun run, int position) => new(
        RunId(study, position), study, position, run.Arm, run.Replicate, run.Definition.Seed, run.ScenarioHash, ModelVersion.Current,
        run.Definition.InForce.Quarters, RunDefinitionJson.Write(run.Definition), RunStatus.Queued, null, Epoch: 0, owner, LastQuarter: -2, Digest: null);

    /// <summary>The scenario's id and eight hex digits; a slash would part a grain's key.</summary>
    private static string NewId(string scenario) => $"{scenario.Replace('/', '-')}-{Guid.NewGuid().ToString("N")[..8]}";
}
