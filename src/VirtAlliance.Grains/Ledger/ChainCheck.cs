using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Ledger;

/// <summary>Follows a run's ledger from the opening on and refuses what does not fit.</summary>
internal sealed class ChainCheck(RunRow run)
{
    /// <summary>Last quarter seen; −2: none.</summary>
    public int Quarter { get; private set; } = -2;

    /// <summary>Hash of the last record seen, of the run's identity before the first.</summary>
    public byte[] Hash { get; private set; } = HashChain.Identity(run.ScenarioHash, run.Seed, run.Replicate, run.ModelVersion);

    /// <exception cref="CorruptLedgerException">The entry does not follow, or its payload is not what was hashed.</exception>
    public void Follow(LedgerEntry entry)
    {
        if (entry.Quarter != Quarter + 1) throw new CorruptLedgerException(run.Id, Quarter + 1);
        var hash = HashChain.Next(Hash, entry.Payload);
        if (!hash.AsSpan().SequenceEqual(entry.Hash)) throw new CorruptLedgerException(run.Id, entry.Quarter, entry.Hash, hash);
        (Quarter, Hash) = (entry.Quarter, hash);
    }
}
