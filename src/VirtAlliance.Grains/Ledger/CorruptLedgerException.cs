using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Ledger;

/// <summary>A stored record is not what was written: its run stops; other runs do not.</summary>
public sealed class CorruptLedgerException : Exception
{
    /// <summary>Names run, quarter and both hashes.</summary>
    public CorruptLedgerException(string run, int quarter, ReadOnlySpan<byte> stated, ReadOnlySpan<byte> found)
        : base($"the ledger of run '{run}' is damaged at quarter {quarter}: the record says its hash is {HashChain.Show(stated)}, it is {HashChain.Show(found)}")
    {
    }

    /// <summary>Names run and quarter.</summary>
    public CorruptLedgerException(string run, int quarter) : base($"the ledger of run '{run}' has a gap: quarter {quarter} is missing")
    {
    }
}
