using VirtAlliance.Silo.Clusters;

namespace VirtAlliance.Client.Clusters;

/// <summary>Stops the cluster that runs on a store on this machine.</summary>
internal static class ClusterStop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>False if none ran. Silos end in their own time; those that do not are killed.</summary>
    public static async Task<bool> Run(string store, CancellationToken cancellation)
    {
        var folder = new ClusterFolder(store);
        if (folder.Read() is not { } state || !state.Processes.Any(p => p.IsAlive)) return false;
        if (state.Supervisor.IsAlive) state.Supervisor.Stop();
        else foreach (var silo in state.Processes) silo.Stop();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await AllEnd(folder, state, patience.Token);
        return true;
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
