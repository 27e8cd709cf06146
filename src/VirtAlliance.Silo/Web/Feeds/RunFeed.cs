using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>A run's quarters as they are committed, each made ready once for all who watch.</summary>
internal sealed class RunFeed
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(250);

    private readonly IRunStore _store;
    private readonly ICoordinatorGrain _coordinator;
    private readonly QuarterViews _views;
    private readonly Lock _changing = new();
    private readonly List<byte[]> _quarters = [];
    private TaskCompletionSource _changed = Signal();
    private byte[]? _standing;
    private int _version;
    private bool _ended;

    public RunFeed(IRunStore store, ICoordinatorGrain coordinator, RunRow run)
    {
        var market = RunDefinitionJson.Read(run.Definition).InForce;
        (_store, _coordinator, _views, Run) = (store, coordinator, new QuarterViews(market), run.Id);
        Plan = Frame.Of("run", null, RunView.Of(run, market), PageJson.Default.RunView);
    }

    /// <summary>Whose.</summary>
    public string Run { get; }

    /// <summary>The event that goes before all others.</summary>
    public byte[] Plan { get; }

    /// <summary>What there is beyond what a viewer has.</summary>
    /// <param name="quarter">First quarter that it lacks.</param>
    /// <param name="version"><see cref="FeedNews.Version"/> of what it has; 0: nothing.</param>
    public FeedNews Since(int quarter, int version)
    {
        lock (_changing)
        {
            var from = Math.Clamp(quarter, 0, _quarters.Count);
            return new FeedNews(_quarters.GetRange(from, _quarters.Count - from), _version == version ? null : _standing, _version, _ended, _changed.Task);
        }
    }

    /// <summary>Follows the run to its end, through the loss of the silo that works on it.</summary>
    public async Task Follow(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && !_ended)
        {
            try
            {
                await Step(stop);
            }
            catch (InvalidDataException e)
            {
                Publish([], new RunStandingView("damaged", e.Message, _quarters.Count, 0, 0, 0, "", null), ended: true);
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);   // store or coordinator are away for now
            }
            catch (OperationCanceledException)
            {
                return;   // nobody watches any more
            }
        }
    }

    private async Task Step(CancellationToken stop)
    {
        var fresh = new List<byte[]>();
        await foreach (var entry in _store.Entries(Run, from: _quarters.Count, cancellation: stop))
            fresh.Add(Frame.Of("quarter", entry.Quarter, _views.Of(RecordCodec.ReadQuarter(entry.Payload), QuarterRemarks.Read(entry.Remarks)), PageJson.Default.QuarterView));
        Publish(fresh, null, ended: false);
        var known = _quarters.Count - 1;
        var snapshot = await _coordinator.Watch(known).WaitAsync(Patience, stop);
        Publish([], RunStandingView.Of(snapshot), ended: snapshot.Ended && snapshot.Quarter <= known);
        if (snapshot.Silo.Length == 0 && !_ended) await Task.Delay(Pause, stop);   // nobody works on it yet, so that it answered at once
    }

    private void Publish(List<byte[]> quarters, RunStandingView? standing, bool ended)
    {
        if (quarters.Count == 0 && standing is null) return;
        var frame = standing is null ? null : Frame.Of("standing", null, standing, PageJson.Default.RunStandingView);
        lock (_changing)
        {
            if (frame is not null && !ended && quarters.Count == 0 && _standing is { } last && frame.AsSpan().SequenceEqual(last)) return;
            _quarters.AddRange(quarters);
            (_standing, _ended) = (frame ?? _standing, ended);
            if (frame is not null) _version++;
            _changed.TrySetResult();
            _changed = Signal();
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a viewer lacks.</summary>
/// <param name="Quarters">Events of quarters, in order.</param>
/// <param name="Standing">Where the run stands; null: as before.</param>
/// <param name="Version">Of the standing.</param>
/// <param name="Ended">There will be no more.</param>
/// <param name="More">Completes when there is more.</param>
internal readonly record struct FeedNews(IReadOnlyList<byte[]> Quarters, byte[]? Standing, int Version, bool Ended, Task More);
