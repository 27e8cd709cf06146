using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Running;
using VirtAlliance.Results.Stores;
using VirtAlliance.Results.Tables;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Results.Comparisons;

/// <summary>What became of making a stored run again.</summary>
/// <param name="Quarters">How many quarters were compared.</param>
/// <param name="Stored">Hash of the last record compared, as stored, lower-case hex.</param>
/// <param name="Recomputed">Hash of the record that belongs there.</param>
/// <param name="Difference">The first figure that differs, stored before recomputed; null: every record is the same.</param>
public sealed record Verification(int Quarters, string Stored, string Recomputed, Difference? Difference)
{
    /// <summary>Makes a run again in this thread, from the definition that is stored with it and without grains, and compares every record's hash with the ledger's.</summary>
    /// <param name="store">Where the ledger is.</param>
    /// <param name="run">Its row.</param>
    /// <param name="progress">Told each quarter that was compared.</param>
    /// <param name="cancellation">Stops between quarters.</param>
    /// <exception cref="RunStoreException">A stored record is damaged: names run, quarter and both hashes.</exception>
    /// <exception cref="InvalidDataException">The run was made by another model version, its definition is not the one its hash was taken of, or its ledger has a gap or is empty.</exception>
    public static async Task<Verification> Of(IRunStore store, RunRow run, Action<int> progress, CancellationToken cancellation = default)
    {
        var definition = RunDefinitionJson.Read(run.Definition);
        Check(run, RunDefinitionJson.ScenarioHash(definition));
        using var made = new MarketRun(definition);
        var ledger = new RecomputedLedger(run, new Market(definition), made);
        await foreach (var entry in store.Entries(run.Id, cancellation: cancellation))
        {
            if (ledger.Compare(entry) is { } found) return found;
            progress(entry.Quarter);
        }
        return ledger.Same();
    }

    private static void Check(RunRow run, string scenarioHash)
    {
        if (run.ModelVersion != ModelVersion.Current)
            throw new InvalidDataException($"run {run.Id} was made by model version {run.ModelVersion}; this program has version {ModelVersion.Current}");
        if (run.ScenarioHash != scenarioHash)
            throw new InvalidDataException($"the definition of run {run.Id} is not its scenario's: the run says the scenario's hash is {run.ScenarioHash}, the definition's is {scenarioHash}");
    }
}

/// <summary>A ledger made again, link by link beside the stored one.</summary>
internal sealed class RecomputedLedger(RunRow run, Market market, MarketRun made)
{
    private readonly ImmutableArray<QuarterRecord>.Builder _quarters = ImmutableArray.CreateBuilder<QuarterRecord>();
    private byte[] _hash = HashChain.Identity(run.ScenarioHash, run.Seed, run.Replicate, run.ModelVersion);
    private int _next = -1;

    /// <summary>Null: the stored record is the one that belongs there.</summary>
    public Verification? Compare(LedgerEntry entry)
    {
        if (entry.Quarter != _next) throw new InvalidDataException($"the ledger of run {run.Id} has quarter {entry.Quarter} where {_next} belongs");
        if (_next >= 0) _quarters.Add(made.Advance());
        _hash = HashChain.Next(_hash, _next < 0 ? RecordCodec.Write(made.Opening) : RecordCodec.Write(_quarters[_next]));
        var found = _hash.AsSpan().SequenceEqual(entry.Hash) ? null : new Verification(_next, HashChain.Show(entry.Hash), HashChain.Show(_hash), Differ(entry));
        _next++;
        return found;
    }

    /// <summary>All records were the same.</summary>
    public Verification Same()
    {
        var hash = HashChain.Show(_hash);
        if (_next < 0) throw new InvalidDataException($"run {run.Id} has no record yet");
        if (run.Digest is { } digest && run.LastQuarter == _next - 1 && digest != hash)
            return new Verification(_next, digest, hash, new Difference(market.Definition.Starts.Plus(_next - 1).ToString(), RunsTable.Name, "", "digest", digest, hash));
        return new Verification(_next, hash, hash, null);
    }

    private Difference Differ(LedgerEntry entry)
    {
        var mine = new StoredRun(run, new RunHistory(market, made.Opening, _quarters.ToImmutable()));
        var stored = entry.Quarter < 0
            ? new StoredRun(run, new RunHistory(market, RecordCodec.ReadOpening(entry.Payload), []))
            : new StoredRun(run, mine.History with { Quarters = mine.History.Quarters.SetItem(entry.Quarter, RecordCodec.ReadQuarter(entry.Payload)) });
        return RunComparison.In(entry.Quarter, stored, mine) ?? new Difference(
            entry.Quarter < 0 ? "opening" : mine.Calendar(entry.Quarter).ToString(), "record", "", "previous hash", HashChain.Show(entry.PreviousHash), "another");
    }
}
