using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Ledger;

/// <summary>One run's ledger as far as somebody needed it, checked and read once.</summary>
internal sealed class ReplayedLedger(IRunStore store, string run)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private const int Pauses = 100;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile List<MarketConditions> _quarters = [];
    private OpeningRecord? _opening;
    private ChainCheck? _check;

    public async Task<OpeningRecord> Opening()
    {
        if (_opening is null) await ReadTo(-1);
        return _opening!;
    }

    public async ValueTask<MarketConditions> Conditions(int quarter)
    {
        if (_quarters.Count <= quarter) await ReadTo(quarter);
        return _quarters[quarter];
    }

    private async Task ReadTo(int quarter)
    {
        await _reading.WaitAsync();
        try
        {
            _check ??= new ChainCheck(await store.FindRun(run) ?? throw new KeyNotFoundException($"the store has no run '{run}'"));
            for (var pause = 0; _check.Quarter < quarter; pause++)
            {
                await Read();
                if (_check.Quarter >= quarter) return;
                if (pause == Pauses) throw new TimeoutException($"quarter {quarter} of run '{run}' is not on disk yet");
                await Task.Delay(Pause);   // its coordinator may be a moment ahead of the disk
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task Read()
    {
        var quarters = new List<MarketConditions>(_quarters);
        try
        {
            await foreach (var entry in store.Entries(run, _check!.Quarter + 1))
            {
                _check.Follow(entry);
                if (entry.Quarter < 0) _opening = RecordCodec.ReadOpening(entry.Payload);
                else quarters.Add(RecordCodec.ReadQuarter(entry.Payload).Conditions);
            }
        }
        finally
        {
            _quarters = quarters;   // what was read before the store went away is not read again
        }
    }
}
