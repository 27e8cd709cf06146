using Orleans;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Runs;

namespace VirtAlliance.Grains.Studies;

/// <summary>Has a study's runs made, a bounded number at a time.</summary>
internal sealed class StudyRuns(RunMeans means, IGrainFactory grains, StudyBoard board)
{
    private const long CustomersOfSmallRun = 262_144;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<string> _begun = [];

    /// <summary>Returns when all runs have ended, or soon after <paramref name="stop"/>.</summary>
    public async Task All(IReadOnlyList<RunRow> runs, CancellationToken stop)
    {
        var (room, held) = (means.Settings.RunsInFlight * Math.Max(1, Silos()), new Queue<(Task Run, int Weight)>());
        foreach (var run in runs.Where(Open))
        {
            if (stop.IsCancellationRequested) break;
            var weight = await Weight(run);
            while (held.Count > 0 && held.Sum(h => h.Weight) + weight > room) await Shed(held);
            held.Enqueue((Supervise(run, stop), weight));
        }
        await Task.WhenAll(held.Select(h => h.Run));
    }

    /// <summary>Has those that have not ended stop where they are.</summary>
    public Task Stop() => Task.WhenAll(_begun.Select(run => grains.GetGrain<ICoordinatorGrain>(run).Stop()));

    private static bool Open(RunRow run) => run.Status is RunStatus.Queued or RunStatus.Running;

    private int Silos() => means.Membership.CurrentSnapshot.Members.Values.Count(m => m.Status == Orleans.Runtime.SiloStatus.Active);

    /// <summary>Big runs take the room of several.</summary>
    private async Task<int> Weight(RunRow run)
    {
        try
        {
            var market = (await means.Markets.Of(run)).Market.Definition;
            return 1 + (int)Math.Min(market.Segments.Sum(s => s.CustomersAt(market.Quarters - 1)) / CustomersOfSmallRun, int.MaxValue / 2);
        }
        catch (Exception)
        {
            return 1;   // its coordinator will say what is wrong with it
        }
    }

    private static async Task Shed(Queue<(Task Run, int Weight)> held)
    {
        await Task.WhenAny(held.Select(h => h.Run));
        for (var left = held.Count; left > 0; left--)
        {
            var next = held.Dequeue();
            if (next.Run.IsCompleted) await next.Run;
            else held.Enqueue(next);
        }
    }

    private async Task Supervise(RunRow run, CancellationToken stop)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(run.Id);
        _begun.Add(run.Id);
        for (var known = -2; !stop.IsCancellationRequested;)
        {
            try
            {
                await coordinator.Start();
                var snapshot = await coordinator.Watch(known).WaitAsync(stop);
                board.Note(run.Position, snapshot);
                if (snapshot.Ended)
                {
                    _begun.Remove(run.Id);
                    return;
                }
                if (snapshot.Quarter == known) await Task.Delay(Pause, stop);
                known = snapshot.Quarter;
            }
            catch (Exception e) when (Passing.Is(e))
            {
                await Task.Delay(Pause, CancellationToken.None);   // its node is gone; Start finds another
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
