using System.Collections.Concurrent;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Ledger;

/// <summary>A node's read-through view of its runs' ledgers: what grains that lost their memory replay.</summary>
internal sealed class LedgerCache(IRunStore store)
{
    private const int RunsKept = 64;

    private readonly ConcurrentDictionary<string, Lazy<ReplayedLedger>> _runs = new();

    /// <summary>The run's record −1.</summary>
    /// <exception cref="TimeoutException">It is not on disk yet.</exception>
    public Task<OpeningRecord> Opening(string run) => Of(run).Opening();

    /// <summary>The conditions of a quarter.</summary>
    /// <exception cref="TimeoutException">It is not on disk yet.</exception>
    public ValueTask<MarketConditions> Conditions(string run, int quarter) => Of(run).Conditions(quarter);

    /// <summary>SHA-256 of a quarter's conditions.</summary>
    /// <exception cref="TimeoutException">It is not on disk yet.</exception>
    public async ValueTask<byte[]> ConditionsHash(string run, int quarter) => new QuarterConditions(await Conditions(run, quarter)).Hash.ToArray();

    /// <summary>Forgets a run that has ended.</summary>
    public void Forget(string run) => _runs.TryRemove(run, out _);

    private ReplayedLedger Of(string run)
    {
        if (_runs.Count > RunsKept) _runs.Clear();   // whoever is replaying keeps what it holds; the rest is read again
        return _runs.GetOrAdd(run, id => new Lazy<ReplayedLedger>(() => new ReplayedLedger(store, id))).Value;
    }
}
