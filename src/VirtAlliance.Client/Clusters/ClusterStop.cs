using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;

namespace VirtAlliance.Client.Clusters;

/// <summary>Stops the cluster that runs on a store on this machine.</summary>
internal static class ClusterStop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>False if none ran. Silos end in their own time; those that do not are killed. What they worked on is paused.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="cancellation">Stops the waiting; they are killed then.</param>
    /// <param name="only">Id of the cluster to stop; null: any.</param>
    public static async Task<bool> Run(string store, CancellationToken cancellation, string? only = null)
    {
        var folder = new ClusterFolder(store);
        if (folder.Read() is not { } state || (only is not null && state.Cluster != only)) return false;
        var runs = state.Processes.Any(p => p.IsAlive);
        if (runs) await Stop(folder, state, cancellation);
        await using var left = RunStores.Open(store);
        await left.Pause(state.Cluster, CancellationToken.None);
        return runs;
    }

    private static async Task Stop(ClusterFolder folder, ClusterState state, CancellationToken cancellation)
    {
        if (state.Supervisor.IsAlive) state.Supervisor.Stop();
        else foreach (var silo in state.Processes) silo.Stop();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await AllEnd(folder, state, patience.Token);
    }

    private static async Task AllEnd(ClusterFolder folder, ClusterState state, CancellationToken patience)
    {
        try
        {
            while ((folder.Read() ?? state).Processes.Any(p => p.IsAlive)) await Task.Delay(Glance, patience);
        }
        catch (OperationCanceledException)
        {
            foreach (var process in (folder.Read() ?? state).Processes) process.Kill();
        }
    }
}
