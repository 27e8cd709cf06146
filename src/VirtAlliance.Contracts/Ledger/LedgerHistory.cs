using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Contracts.Ledger;

/// <summary>Reads a run's history back from its ledger, link by link.</summary>
public static class LedgerHistory
{
    /// <summary>The run as far as it has come; null if not even its opening is there.</summary>
    /// <param name="store">Where the ledger is.</param>
    /// <param name="run">Its row.</param>
    /// <param name="definition">What the row's definition says.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The chain is broken or a record is unreadable; names run, quarter and, for a broken chain, both hashes.</exception>
    public static async Task<RunHistory?> Read(IRunStore store, RunRow run, RunDefinition definition, CancellationToken cancellation = default)
    {
        var expected = HashChain.Identity(run.ScenarioHash, run.Seed, run.Replicate, run.ModelVersion);
        OpeningRecord? opening = null;
        var quarters = ImmutableArray.CreateBuilder<QuarterRecord>();
        await foreach (var entry in store.Entries(run.Id, cancellation: cancellation).ConfigureAwait(false))
        {
            expected = Follow(entry, expected, quarters.Count + (opening is null ? -1 : 0));
            if (opening is null) opening = Decode(entry, RecordCodec.ReadOpening);
            else quarters.Add(Decode(entry, RecordCodec.ReadQuarter));
        }
        return opening is null ? null : new RunHistory(new Market(definition), opening, quarters.ToImmutable());
    }

    private static byte[] Follow(LedgerEntry entry, byte[] previous, int quarter)
    {
        if (entry.Quarter != quarter) throw new InvalidDataException($"the ledger of run {entry.Run} has quarter {entry.Quarter} where {quarter} belongs");
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            throw Broken(entry, "builds on", HashChain.Show(previous), HashChain.Show(entry.PreviousHash));
        var hash = HashChain.Next(previous, entry.Payload);
        return hash.AsSpan().SequenceEqual(entry.Hash) ? hash : throw Broken(entry, "has the hash", HashChain.Show(entry.Hash), HashChain.Show(hash));
    }

    private delegate T Reader<T>(ReadOnlySpan<byte> bytes);

    private static T Decode<T>(LedgerEntry entry, Reader<T> reader)
    {
        try
        {
            return reader(entry.Payload);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"quarter {entry.Quarter} of run {entry.Run} cannot be read: {e.Message}", e);
        }
    }

    private static InvalidDataException Broken(LedgerEntry entry, string what, string expected, string found) =>
        new($"the ledger of run {entry.Run} is damaged at quarter {entry.Quarter}: the record {what} {found}, expected {expected}");
}
