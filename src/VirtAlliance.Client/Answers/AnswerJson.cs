using System.Text.Json;
using System.Text.Json.Serialization;
using VirtAlliance.Scenarios.Checks;

namespace VirtAlliance.Client.Answers;

/// <summary>How answers are written; made at compile time, as reflection would slow every start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ScenarioListAnswer))]
[JsonSerializable(typeof(ScenarioCheck))]
[JsonSerializable(typeof(CalibrationAnswer))]
[JsonSerializable(typeof(BothWaysAnswer))]
[JsonSerializable(typeof(ShapleyAnswer))]
[JsonSerializable(typeof(LandscapeAnswer))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(StudySummary))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(StudyAnswer))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(TraceAnswer))]
[JsonSerializable(typeof(SubmitAnswer))]
[JsonSerializable(typeof(ClusterStatusAnswer))]
[JsonSerializable(typeof(DifferenceAnswer))]
[JsonSerializable(typeof(VerifyAnswer))]
[JsonSerializable(typeof(BenchAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
