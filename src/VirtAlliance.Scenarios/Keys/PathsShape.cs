using System.Text.Json;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>Values by the path of what they replace or extend; both are checked where they are applied.</summary>
internal sealed class PathsShape : Shape
{
    public override string Expected => "{path: value}";

    public override bool Fits(Node node) => node is Map;

    public override void WriteSchema(Utf8JsonWriter json) => json.WriteString("type", "object");
}
