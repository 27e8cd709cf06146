using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A study of one run on a cluster, under the eyes of a client that remembers what it was shown.</summary>
internal sealed class WatchedRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3), Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _scenario;
    private readonly string[] _options;
    private readonly IRunStore _store;
    private readonly RunWatcher _watcher;

    private WatchedRun(LocalCluster cluster, string scenario, string[] options, string study, string run)
    {
        (_scenario, _options, Study, Run) = (scenario, options, study, run);
        _store = cluster.OpenStore();
        _watcher = new RunWatcher(cluster, run);
    }

    public string Study { get; }

    public string Run { get; }

    /// <summary>Name of the silo that the coordinator was last seen on; null or empty: not seen yet.</summary>
    public string? CoordinatorsSilo => _watcher.Last?.Silo;

    public static async Task<WatchedRun> Submit(LocalCluster cluster, string scenario, params string[] options)
    {
        var (study, runs) = await cluster.Submit(scenario, options);
        return new WatchedRun(cluster, scenario, options, study, runs[0]);
    }

    /// <summary>The run as the store has it, once the store is there.</summary>
    public async Task<RunRow> Row() => (await Asked(() => _store.FindRun(Run)))!;

    /// <summary>Waits until a quarter is in the ledger.</summary>
    public Task Reaches(int quarter) =>
        Eventually.So($"quarter {quarter} of {Run} is in the ledger", Patience, async () => (await Row()).LastQuarter >= quarter);

    /// <summary>Waits until the silo is known that the coordinator is on.</summary>
    public async Task<string> Coordinators()
    {
        await Eventually.So($"{Run} is seen at work", Patience, () => CoordinatorsSilo is { Length: > 0 });
        return CoordinatorsSilo!;
    }

    /// <summary>Waits until the study has ended, however.</summary>
    public async Task<StudyRow> Ends()
    {
        await Eventually.So($"{Study} has ended", Patience, async () => (await Asked(() => _store.FindStudy(Study)))!.Status is not (RunStatus.Queued or RunStatus.Running));
        return (await _store.FindStudy(Study))!;
    }

    /// <summary>The run is completed, its ledger is whole and holds all that was shown, and its digest is that of a run that nothing happened to.</summary>
    public async Task IsUndisturbed()
    {
        var row = await Row();
        Assert.True(row.Status == RunStatus.Completed, $"{Run} is {row.Status} at quarter {row.LastQuarter}: {row.Error}");
        var hashes = await Ledgers.Check(_store, Run);
        Assert.Equal(row.Quarters + 1, hashes.Length);
        Assert.Equal((await Undisturbed.Digests(_scenario, _options))[0], hashes[^1]);
        Ledgers.Holds(hashes, _watcher.Shown);
    }

    /// <summary>Per record the epoch of the coordinator that wrote it.</summary>
    public async Task<long[]> Epochs()
    {
        var epochs = new List<long>();
        await foreach (var entry in _store.Entries(Run)) epochs.Add(entry.Epoch);
        return [.. epochs];
    }

    private static async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        for (var patience = new CancellationTokenSource(Patience); ; await Task.Delay(Pause))
        {
            try
            {
                return await ask();
            }
            catch (RunStoreException e) when (e.Passes && !patience.IsCancellationRequested)
            {
                // its server has been restarted, or somebody keeps it locked
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.DisposeAsync();
        await _store.DisposeAsync();
    }
}
