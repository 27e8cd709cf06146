using System.Threading.Channels;
using Polly;
using Polly.Retry;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Grains.Ledger;

/// <summary>Writes the records of all runs of a node, as many at a time as have come in since the last commit. While the store is away its records wait, and with them their runs.</summary>
internal sealed class LedgerWriter : IAsyncDisposable
{
    private const int EntriesAtOnce = 1024;

    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IRunStore _store;
    private readonly ResiliencePipeline _patience;
    private readonly Task _writing;
    private volatile bool _ending;

    public LedgerWriter(IRunStore store)
    {
        _store = store;
        _patience = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = outcome => ValueTask.FromResult(!_ending && outcome.Outcome.Exception is RunStoreException { Passes: true }),
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(1),
            MaxRetryAttempts = int.MaxValue,
        }).Build();
        _writing = Task.Run(Write);
    }

    /// <summary>Completes once the entry is on disk, or is known not to get there.</summary>
    public Task<AppendOutcome> Append(LedgerEntry entry)
    {
        var waiting = new Waiting(entry, new TaskCompletionSource<AppendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(waiting)) throw new ObjectDisposedException(nameof(LedgerWriter));
        return waiting.Done.Task;
    }

    /// <summary>Writes what is waiting, unless the store is away, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _ending = true;
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task Write()
    {
        var group = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < EntriesAtOnce && _waiting.Reader.TryRead(out var next)) group.Add(next);
            if (!await TryCommit(group))
                foreach (var run in group.GroupBy(w => w.Entry.Run)) await Commit([.. run]);   // one run's trouble is not the others'
            group.Clear();
        }
    }

    private async Task<bool> TryCommit(List<Waiting> group)
    {
        try
        {
            Tell(group, await Append(group));
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task Commit(List<Waiting> run)
    {
        try
        {
            Tell(run, await Append(run));
        }
        catch (Exception e)
        {
            foreach (var waiting in run) waiting.Done.TrySetException(e);
        }
    }

    /// <summary>May be repeated without harm: what is there already counts as committed.</summary>
    private async Task<IReadOnlyList<AppendOutcome>> Append(List<Waiting> group)
    {
        LedgerEntry[] entries = [.. group.Select(w => w.Entry)];
        return await _patience.ExecuteAsync(async _ => await _store.Append(entries));
    }

    private static void Tell(List<Waiting> group, IReadOnlyList<AppendOutcome> outcomes)
    {
        Meters.Commits.Add(1);
        Meters.Records.Add(outcomes.Count(o => o == AppendOutcome.Committed));
        for (var i = 0; i < group.Count; i++) group[i].Done.TrySetResult(outcomes[i]);
    }

    private readonly record struct Waiting(LedgerEntry Entry, TaskCompletionSource<AppendOutcome> Done);
}
