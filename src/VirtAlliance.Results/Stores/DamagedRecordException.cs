using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>A record of a ledger is not what was written: other runs are not affected.</summary>
public sealed class DamagedRecordException(string run, int quarter, string expected, string found)
    : RunStoreException(StoreFault.Damaged, $"the ledger of run {run} is damaged at quarter {quarter}: the hash of the record should be {expected}, but is {found}")
{
    /// <summary>Whose ledger.</summary>
    public string Run { get; } = run;

    /// <summary>−1 for the opening.</summary>
    public int Quarter { get; } = quarter;

    /// <summary>What the ledger says, lower-case hex.</summary>
    public string Expected { get; } = expected;

    /// <summary>What the bytes give, lower-case hex.</summary>
    public string Found { get; } = found;

    /// <summary>Refuses an entry whose hash does not fit its payload and the hash before.</summary>
    internal static LedgerEntry Check(LedgerEntry entry)
    {
        var found = entry.PreviousHash.Length == HashChain.HashBytes ? HashChain.Next(entry.PreviousHash, entry.Payload) : [];
        if (found.AsSpan().SequenceEqual(entry.Hash)) return entry;
        throw new DamagedRecordException(entry.Run, entry.Quarter, HashChain.Show(entry.Hash), HashChain.Show(found));
    }
}
