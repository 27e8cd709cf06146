using System.Diagnostics;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Ledger;

/// <summary>A coordinator's hold on its run's ledger: what is there already, and what it adds.</summary>
internal sealed class RunLedger
{
    private readonly IRunStore _store;
    private readonly LedgerWriter _writer;
    private readonly string _run;
    private readonly long _epoch;
    private readonly Queue<(long Since, Task Saved)> _unsaved = new();
    private byte[] _hash;

    private RunLedger(IRunStore store, LedgerWriter writer, string run, long epoch, byte[] hash) =>
        (_store, _writer, _run, _epoch, _hash) = (store, writer, run, epoch, hash);

    /// <summary>Record −1, if it is there.</summary>
    public OpeningRecord? Opening { get; private init; }

    /// <summary>The market after the last record, if there is one.</summary>
    public MarketState? Closed { get; private init; }

    /// <summary>Hash of the last record.</summary>
    public byte[] Hash => _hash;

    /// <summary>Reads and checks what is there.</summary>
    /// <exception cref="CorruptLedgerException">A stored record is not what was written.</exception>
    public static async Task<RunLedger> Open(IRunStore store, LedgerWriter writer, RunRow run, long epoch, CancellationToken cancellation)
    {
        var check = new ChainCheck(run);
        OpeningRecord? opening = null;
        byte[]? last = null;
        await foreach (var entry in store.Entries(run.Id, cancellation: cancellation))
        {
            check.Follow(entry);
            if (entry.Quarter < 0) opening = RecordCodec.ReadOpening(entry.Payload);
            else last = entry.Payload;
        }
        var closed = last is null ? opening?.Initial : RecordCodec.ReadQuarter(last).Closed;
        return new RunLedger(store, writer, run.Id, epoch, check.Hash) { Opening = opening, Closed = closed };
    }

    /// <summary>Adds a record; <paramref name="saved"/> is told its hash once it is on disk.</summary>
    public void Append(int quarter, byte[] payload, string? remarks, Action<byte[]> saved)
    {
        var entry = new LedgerEntry(_run, _epoch, quarter, _hash, HashChain.Next(_hash, payload), payload, remarks);
        _hash = entry.Hash;
        _unsaved.Enqueue((Stopwatch.GetTimestamp(), Save(entry, saved)));
    }

    /// <summary>Waits until nothing that is unsaved is older than <paramref name="age"/>.</summary>
    /// <exception cref="StaleEpochException">Another coordinator has taken the run.</exception>
    /// <exception cref="DeterminismException">Another record stands in a record's place.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public async ValueTask Settle(TimeSpan age, CancellationToken stop)
    {
        while (_unsaved.TryPeek(out var oldest))
        {
            if (!oldest.Saved.IsCompleted && Stopwatch.GetElapsedTime(oldest.Since) < age) return;
            await oldest.Saved.WaitAsync(stop);
            _unsaved.Dequeue();
        }
    }

    /// <summary>Waits a while for what is still on its way to the disk, whatever becomes of it.</summary>
    public Task Rest(TimeSpan atMost) =>
        Task.WhenAll(_unsaved.Select(u => u.Saved)).WaitAsync(atMost).ContinueWith(static t => t.Exception, TaskScheduler.Default);

    private async Task Save(LedgerEntry entry, Action<byte[]> saved)
    {
        switch (await _writer.Append(entry))
        {
            case AppendOutcome.Committed:
                saved(entry.Hash);
                return;
            case AppendOutcome.Fenced:
                throw new StaleEpochException($"the ledger of run '{_run}'", _epoch, _epoch + 1);
            default:
                throw await Conflict(entry);
        }
    }

    private async Task<DeterminismException> Conflict(LedgerEntry entry)
    {
        await foreach (var kept in _store.Entries(_run, entry.Quarter, entry.Quarter))
            return new DeterminismException($"the record of run '{_run}'", entry.Quarter, HashChain.Show(kept.Hash), HashChain.Show(entry.Hash));
        return new DeterminismException($"the record before that of run '{_run}'", entry.Quarter, "another or none", HashChain.Show(entry.PreviousHash));
    }
}
