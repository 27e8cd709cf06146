using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Reading;

/// <summary>A run as the store keeps it, read back.</summary>
internal static class StoredHistory
{
    /// <summary>The run's history as far as it has come; null if not even its opening is there.</summary>
    public static async Task<RunHistory?> Read(IRunStore store, RunRow run, CancellationToken cancellation)
    {
        OpeningRecord? opening = null;
        var quarters = new List<QuarterRecord>();
        await foreach (var entry in store.Entries(run.Id, cancellation: cancellation))
        {
            if (entry.Quarter < 0) opening = RecordCodec.ReadOpening(entry.Payload);
            else quarters.Add(RecordCodec.ReadQuarter(entry.Payload));
        }
        return opening is null ? null : new RunHistory(new Market(RunDefinitionJson.Read(run.Definition)), opening, [.. quarters]);
    }
}
