using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>What is wrong with a run store.</summary>
public enum StoreFault
{
    /// <summary>Something that this program knows no better word for.</summary>
    Other,

    /// <summary>The file is no database, or another program's.</summary>
    NotAStore,

    /// <summary>A newer version of the program made it.</summary>
    NewerSchema,

    /// <summary>It cannot be made or opened there.</summary>
    Unreachable,

    /// <summary>It cannot be written to.</summary>
    ReadOnly,

    /// <summary>There is no room left on the disk.</summary>
    Full,

    /// <summary>Its content is damaged.</summary>
    Damaged,

    /// <summary>Others kept it locked for too long.</summary>
    Busy,

    /// <summary>This program does not support such a store.</summary>
    Unsupported,
}

/// <summary>A run store cannot be used. The message is meant for users.</summary>
public class RunStoreException(StoreFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is wrong.</summary>
    public StoreFault Fault { get; } = fault;
}

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
