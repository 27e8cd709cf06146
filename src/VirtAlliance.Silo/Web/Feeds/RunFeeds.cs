using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>The feeds of the runs that somebody watches on this silo.</summary>
internal sealed class RunFeeds(IRunStore store, IGrainFactory grains)
{
    private readonly Lock _joining = new();
    private readonly Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);

    /// <summary>The run's feed; whoever joined it must leave it again. Null: there is no such run.</summary>
    public async Task<RunFeed?> Join(string run)
    {
        if (Known(run) is { } known) return known;
        if (await store.FindRun(run) is not { } row) return null;
        var fresh = new RunFeed(store, grains.GetGrain<ICoordinatorGrain>(run), row);
        lock (_joining)
        {
            if (Known(run) is { } meanwhile) return meanwhile;
            var stop = new CancellationTokenSource();
            _watched.Add(run, new Watched(fresh, stop) { Viewers = 1 });
            _ = Task.Run(() => fresh.Follow(stop.Token));
            return fresh;
        }
    }

    /// <summary>Nobody left: the feed is given up.</summary>
    public void Leave(RunFeed feed)
    {
        lock (_joining)
        {
            if (!_watched.TryGetValue(feed.Run, out var watched) || watched.Feed != feed || --watched.Viewers > 0) return;
            watched.Stop.Cancel();
            _watched.Remove(feed.Run);
        }
    }

    private RunFeed? Known(string run)
    {
        lock (_joining)
        {
            if (!_watched.TryGetValue(run, out var watched) || watched.Feed.Since(0, 0).Ended) return Forget(run);
            watched.Viewers++;
            return watched.Feed;
        }
    }

    /// <summary>A run that had ended may have been resumed: its feed is made anew, and those who watch the old one see it end.</summary>
    private RunFeed? Forget(string run)
    {
        _watched.Remove(run);
        return null;
    }

    private sealed record Watched(RunFeed Feed, CancellationTokenSource Stop)
    {
        public int Viewers { get; set; }
    }
}
