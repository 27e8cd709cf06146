using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VirtAlliance.Scenarios.Keys;

namespace VirtAlliance.Scenarios.Schema;

/// <summary>JSON schema of scenario files, for editors; from the same keys as the reader.</summary>
public static class ScenarioSchema
{
    private static readonly Lazy<string> Written = new(Write);

    /// <summary>Draft 7, indented. It knows shapes and ranges; references, sums and quarters only the reader holds to.</summary>
    public static string Text => Written.Value;

    private static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "VirtAlliance scenario");
            ScenarioKeys.Shape.WriteSchema(json);
            json.WriteStartObject("definitions");
            json.WriteStartObject("measure");
            MeasureKeys.Shape.WriteSchema(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
