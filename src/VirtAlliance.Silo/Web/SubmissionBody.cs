using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web;

/// <summary>What the page submits: a scenario's text, or the name of a shipped one, with the options of <c>virtalliance submit</c>.</summary>
internal sealed record SubmissionBody
{
    /// <summary>A scenario's text is at most 1 MiB; as JSON, with its escapes, it may take twice that.</summary>
    public const int MostBytes = (2 << 20) + (64 << 10);

    private const int LongestName = 100;

    /// <summary>Of the shipped scenario, or of the file for messages.</summary>
    public string? Name { get; init; }

    /// <summary>The scenario; null: the shipped one of that name.</summary>
    public string? Text { get; init; }

    /// <summary>Arms to run; null: all.</summary>
    public ImmutableArray<string>? Arms { get; init; }

    /// <summary>Runs of each arm; null: 1.</summary>
    public int? Replicates { get; init; }

    /// <summary>Instead of the scenario's.</summary>
    public uint? Seed { get; init; }

    /// <summary>Instead of the scenario's.</summary>
    public int? Quarters { get; init; }

    /// <summary>PATH=VALUE each.</summary>
    public ImmutableArray<string>? Sets { get; init; }

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="BadHttpRequestException">It is too large, no JSON, or not of this shape; says where and what instead.</exception>
    public static async Task<SubmissionBody> Read(HttpRequest request)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, PageJson.Default.SubmissionBody, request.HttpContext.RequestAborted)
                ?? throw new BadHttpRequestException("found null, expected an object with name or text");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path ?? "$"}: not what is expected: an object of name, text, arms, replicates, seed, quarters, sets");
        }
    }

    /// <summary>As the console would submit it.</summary>
    /// <exception cref="BadHttpRequestException">It names no scenario.</exception>
    public StudyRequest Request() => new()
    {
        Name = ReadableName(),
        Text = Text ?? ShippedScenarios.Text(Name ?? "") ?? throw new BadHttpRequestException($"name: no such shipped scenario; these are: {string.Join(", ", ShippedScenarios.List)}"),
        Arms = Whole(Arms, "arms"),
        Replicates = Replicates ?? 1,
        Seed = Seed,
        Quarters = Quarters,
        Sets = Whole(Sets, "sets"),
    };

    private string ReadableName() => Name switch
    {
        null or "" => "scenario",
        { Length: > LongestName } => throw new BadHttpRequestException($"name: found {Name.Length} characters, expected at most {LongestName}"),
        _ when Name.Any(char.IsControl) => throw new BadHttpRequestException("name: found a control character"),
        _ => Name,
    };

    private static ImmutableArray<string> Whole(ImmutableArray<string>? texts, string what) =>
        texts is not { IsDefault: false } given ? [] : given.Any(t => t is null) ? throw new BadHttpRequestException($"{what}: found null, expected texts") : given;
}
