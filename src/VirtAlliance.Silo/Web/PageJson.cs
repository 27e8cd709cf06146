using System.Text.Json.Serialization;
using VirtAlliance.Silo.Web.Feeds;
using VirtAlliance.Silo.Web.Studies;

namespace VirtAlliance.Silo.Web;

/// <summary>What the page and its silo say to each other.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, AllowDuplicateProperties = false, MaxDepth = 32)]
[JsonSerializable(typeof(SubmissionBody))]
[JsonSerializable(typeof(RefusalView))]
[JsonSerializable(typeof(SubmittedView))]
[JsonSerializable(typeof(ClusterView))]
[JsonSerializable(typeof(IReadOnlyList<StudyLine>))]
[JsonSerializable(typeof(StudyView))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(QuarterView))]
[JsonSerializable(typeof(RunStandingView))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ScenarioView))]
[JsonSerializable(typeof(TraceView))]
internal sealed partial class PageJson : JsonSerializerContext;
