using System.Collections.Immutable;
using System.Text.Json;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Traces;

/// <summary>A span with what is part of it, in the order of beginnings.</summary>
/// <param name="Row">As it was stored.</param>
/// <param name="Parts">The spans within it.</param>
public sealed record SpanNode(SpanRow Row, ImmutableArray<SpanNode> Parts)
{
    /// <summary>When it ended.</summary>
    public DateTime EndedUtc => Row.BeganUtc + Row.Took;

    /// <summary>True: a call, as its caller saw it.</summary>
    public bool IsCall
    {
        get
        {
            using var text = JsonDocument.Parse(Row.Text);
            return text.RootElement.TryGetProperty("kind", out var kind) && kind.GetString() == "client";
        }
    }

    /// <summary>The value of a tag; null: it has none of that name.</summary>
    public string? Tag(string name)
    {
        using var text = JsonDocument.Parse(Row.Text);
        return text.RootElement.TryGetProperty("tags", out var tags) && tags.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Names of what happened in it, such as <c>retry</c>.</summary>
    public ImmutableArray<string> Events
    {
        get
        {
            using var text = JsonDocument.Parse(Row.Text);
            return text.RootElement.TryGetProperty("events", out var events) ? [.. events.EnumerateArray().Select(e => e.GetProperty("name").GetString()!)] : [];
        }
    }

    /// <summary>What it is, in words: a quarter, a phase, or who was asked for what.</summary>
    public string Title => Row.Name switch
    {
        "va.quarter" => "quarter",
        "va.phase" => Tag("va.phase") ?? "phase",
        "va.replay" => $"replay {Tag("va.grain")}, {Tag("va.quarters")} quarters",
        "va.territory" => $"territory {Tag("va.territory")}",
        var name when name.Split('/') is [var grain, var method] => $"{Grain(grain)} {Tag("va.grain")} {method.ToLowerInvariant()}".Replace("  ", " ", StringComparison.Ordinal),
        var name => name,
    };

    /// <summary>This span and all within it, each before its parts.</summary>
    public IEnumerable<SpanNode> Flat() => Parts.SelectMany(p => p.Flat()).Prepend(this);

    /// <summary>The way from here down on which most of the time went: of each span the longest part.</summary>
    public IEnumerable<SpanNode> Slowest() => Parts.IsEmpty ? [this] : Parts.MaxBy(p => p.Row.Took)!.Slowest().Prepend(this);

    /// <summary>How much of it is covered by its parts, in [0, 1].</summary>
    public double Covered()
    {
        var (covered, until) = (TimeSpan.Zero, Row.BeganUtc);
        foreach (var part in Parts)
        {
            var from = part.Row.BeganUtc > until ? part.Row.BeganUtc : until;
            if (part.EndedUtc <= from) continue;
            covered += part.EndedUtc - from;
            until = part.EndedUtc;
        }
        return Row.Took == TimeSpan.Zero ? 1 : covered / Row.Took;
    }

    /// <summary>'IVendorGrain' is a vendor.</summary>
    private static string Grain(string type) => type.TrimStart('I').Replace("Grain", "", StringComparison.Ordinal).ToLowerInvariant();
}
