using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VirtAlliance.Silo.Telemetry;

/// <summary>What a span says besides its times, as JSON: <c>{ kind, tags, events, links, error }</c>, each only where there is any.</summary>
internal static class SpanText
{
    public static string Of(Activity span)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (span.Kind != ActivityKind.Internal) json.WriteString("kind", span.Kind == ActivityKind.Client ? "client" : "server");
            if (span.Status == ActivityStatusCode.Error) json.WriteString("error", span.StatusDescription ?? "");
            Tags(json, span.TagObjects);
            Events(json, span.Events);
            Links(json, span.Links);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Tags(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        if (!tags.Any()) return;
        json.WriteStartObject("tags");
        foreach (var (name, value) in tags) json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Events(Utf8JsonWriter json, IEnumerable<ActivityEvent> events)
    {
        if (!events.Any()) return;
        json.WriteStartArray("events");
        foreach (var happened in events)
        {
            json.WriteStartObject();
            json.WriteString("name", happened.Name);
            json.WriteString("at", happened.Timestamp);
            Tags(json, happened.Tags.Where(t => t.Key != "exception.stacktrace"));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Links(Utf8JsonWriter json, IEnumerable<ActivityLink> links)
    {
        if (!links.Any()) return;
        json.WriteStartArray("links");
        foreach (var link in links) json.WriteStringValue(link.Context.TraceId.ToHexString());
        json.WriteEndArray();
    }
}
