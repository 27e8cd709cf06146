using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>How the cluster on a store fares, by its membership and, on this machine, by its processes.</summary>
internal static class ClusterStatus
{
    public static async Task<ClusterStatusAnswer> Read(string store, CancellationToken cancellation)
    {
        if (!RunStores.IsPostgres(store) && !File.Exists(store)) return new ClusterStatusAnswer(null, [], []);
        await using var runs = RunStores.Open(store);
        await using var database = RunStores.Database(store);
        var last = new ClusterFolder(store).Read();
        var local = last is not null && last.Processes.Any(p => p.IsAlive) ? last : null;
        var cluster = local?.Cluster ?? (RunStores.IsPostgres(store) ? await StoredClusters.Latest(database) : null);
        if (cluster is null || (local is null && cluster == last?.Cluster)) return new ClusterStatusAnswer(null, [], []);
        var known = await StoredClusters.Silos(database, cluster);
        var silos = local is null ? known.Select(s => new SiloAnswer(s.Name, null, s.Silo.ToString(), s.IsActive && !s.IsHeard ? "silent" : s.Status)) : local.Silos.Select(s => Join(s, known));
        var busy = (await runs.ListRuns(null, cancellation)).Where(r => r.Owner == cluster && r.Status is RunStatus.Queued or RunStatus.Running);
        return new ClusterStatusAnswer(cluster, [.. silos], [.. busy.Select(r => RunAnswer.Of(r))]);
    }

    private static SiloAnswer Join(SiloProcess process, IEnumerable<StoredSilo> known)
    {
        var silo = known.FirstOrDefault(s => s.Name == process.Name);
        var alive = process.Process is { IsAlive: true };
        return new SiloAnswer(process.Name, alive ? process.Process!.Value.Pid : null, silo?.Silo.ToString(), alive ? silo?.Status ?? "starting" : "down");
    }
}
