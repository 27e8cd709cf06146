using System.Text.Json.Serialization;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Answers;

/// <summary>A run in JSON.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Study">Its study's.</param>
/// <param name="Arm">Name of its arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Seed">Of its draws.</param>
/// <param name="ScenarioHash">Lower-case hex.</param>
/// <param name="ModelVersion">Of the program that started it.</param>
/// <param name="Status">In lower case.</param>
/// <param name="Quarters">How many it trades.</param>
/// <param name="QuartersDone">How many of them are on disk.</param>
/// <param name="Quarter">The last of them, as <c>2011-Q2</c>; null: none, or not asked for.</param>
/// <param name="Digest">Lower-case hex; null while there is none.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="QuartersPerSecond">Of late; null: not asked for, or nobody works on it.</param>
/// <param name="Retries">Calls that had to be repeated since it was last taken; null likewise.</param>
/// <param name="Silo">Node of its coordinator; null likewise.</param>
internal sealed record RunAnswer(
    string Run, string Study, string Arm, uint Replicate, uint Seed, string ScenarioHash, string ModelVersion, string Status, int Quarters, int QuartersDone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Quarter, string? Digest, string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? QuartersPerSecond = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Retries = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Silo = null)
{
    public static RunAnswer Of(RunRow run, string? quarter = null) => new(
        run.Id, run.Study, run.Arm, run.Replicate, run.Seed, run.ScenarioHash, run.ModelVersion, StatusText.Of(run.Status), run.Quarters,
        Math.Max(0, run.LastQuarter + 1), quarter, run.Digest, run.Error);
}
