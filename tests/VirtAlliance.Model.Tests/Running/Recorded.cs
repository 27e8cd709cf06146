using System.Text.Json;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Tests.Running;

/// <summary>Runs to look at: every record, and texts that are equal when all figures are.</summary>
internal static class Recorded
{
    /// <summary>Opening and quarters of a whole run in one thread.</summary>
    public static (OpeningRecord Opening, QuarterRecord[] Quarters) Whole(RunDefinition run)
    {
        using var market = new MarketRun(run);
        return (market.Opening, [.. market.ToTheEnd()]);
    }

    public static string Text<T>(T record) => JsonSerializer.Serialize(record);
}
