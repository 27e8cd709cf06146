using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>What a value is checked against, and where faults go.</summary>
/// <param name="Names">What names may refer to.</param>
/// <param name="Starts">The scenario's first quarter; null if the file does not say it well.</param>
/// <param name="Quarters">The file's own number of quarters; null if it does not say it well.</param>
/// <param name="Report">Takes a fault.</param>
internal sealed record Checking(Names Names, Quarter? Starts, int? Quarters, Action<Place, string> Report)
{
    public static Checking Of(Map root, Action<Place, string> report)
    {
        Quarter? starts = Quarter.TryParse((root["starts"] as Scalar)?.Text, out var first) ? first : null;
        int? quarters = root["quarters"] is Scalar s && NumberText.TryRead(s.Text, out var n) && n is >= 1 and <= ScenarioKeys.MaxQuarters && n == Math.Floor(n) ? (int)n : null;
        return new Checking(new Names(root), starts, quarters, report);
    }

    /// <summary>Found this, expected that; and the nearest of the valid names, if any is near.</summary>
    public void Add(Node node, string expected, IEnumerable<string>? valid = null) =>
        Report(node.Place, Findings.Message(node.Shown, expected, valid));
}
