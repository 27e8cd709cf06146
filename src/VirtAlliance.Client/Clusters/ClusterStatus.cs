using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>How the cluster on a store fares: by its membership and its silos' own words, which are in the store, and, on this machine, by its processes. No silo is asked, so none that hangs is waited for.</summary>
internal static class ClusterStatus
{
    private static readonly ClusterStatusAnswer None = new(null, [], []);

    public static async Task<ClusterStatusAnswer> Read(string store, CancellationToken cancellation)
    {
        if (!RunStores.IsPostgres(store) && !File.Exists(store)) return None;
        await using var runs = RunStores.Open(store);
        await using var database = RunStores.Database(store);
        var last = new ClusterFolder(store).Read();
        var local = last is not null && last.Processes.Any(p => p.IsAlive) ? last : null;
        var cluster = local?.Cluster ?? (RunStores.IsPostgres(store) ? (await StoredClusters.Latest(database))?.Id : null);
        if (cluster is null || (local is null && cluster == last?.Cluster)) return None;
        var (known, heard) = (await StoredClusters.Silos(database, cluster), await runs.Heard(cluster, cancellation));
        var silos = local is null ? known.Select(s => SiloHealth.Of(s, heard)) : local.Silos.Select(s => SiloHealth.Of(s, known, heard));
        return new ClusterStatusAnswer(cluster, [.. silos], await RunsOf(runs, cluster, cancellation), local is null ? null : PageOf(local, heard, store));
    }

    /// <summary>The page of the first silo that lives: as it says itself, or else where it was told to serve it.</summary>
    private static string? PageOf(ClusterState cluster, IReadOnlyList<HeardSilo> heard, string store)
    {
        var pages = cluster.Silos.Where(s => s.Process is { IsAlive: true })
            .Select(s => heard.FirstOrDefault(h => h.Beat.Name == s.Name && h.Beat.Pid == s.Process!.Value.Pid)?.Beat.Page ?? (s.PagePort is { } port ? $"http://127.0.0.1:{port}" : null));
        return pages.FirstOrDefault(p => p is not null) is { } page ? $"{page}/#token={new ClusterFolder(store).ReadPageToken()}" : null;
    }

    private static async Task<List<RunAnswer>> RunsOf(IRunStore store, string cluster, CancellationToken cancellation)
    {
        var answers = new List<RunAnswer>();
        foreach (var study in await store.Unfinished(cluster, cancellation))
        {
            var working = (await store.AtWork(study, cancellation)).ToDictionary(r => r.Run, r => r.Remarks, StringComparer.Ordinal);
            foreach (var run in (await store.ListRuns(study, cancellation)).Where(r => r.Status is RunStatus.Queued or RunStatus.Running))
                answers.Add(RunAtWorkAnswer.Of(run, working.GetValueOrDefault(run.Id)));
        }
        return answers;
    }
}
