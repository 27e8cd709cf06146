using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Results.Tables;

/// <summary>A run with its history.</summary>
/// <param name="Row">What the store says of it.</param>
/// <param name="History">What its ledger tells.</param>
public sealed record StoredRun(RunRow Row, RunHistory History)
{
    /// <summary>The market that traded.</summary>
    public MarketDefinition Market => History.Market.Definition;

    /// <summary>Reads the run back; null if not even its opening is there.</summary>
    /// <exception cref="InvalidDataException">Its ledger is broken or unreadable.</exception>
    public static async Task<StoredRun?> Read(IRunStore store, RunRow row, CancellationToken cancellation = default)
    {
        var history = await LedgerHistory.Read(store, row, RunDefinitionJson.Read(row.Definition), cancellation).ConfigureAwait(false);
        return history is null ? null : new StoredRun(row, history);
    }

    /// <summary>The calendar quarter of quarter <paramref name="number"/>.</summary>
    public Quarter Calendar(int number) => Market.Starts.Plus(number);

    /// <summary>A row of a table by run and quarter.</summary>
    internal object?[] Line(int quarter, params object?[] cells) => [Row.Id, Row.Arm, Row.Replicate, Calendar(quarter), .. cells];
}
