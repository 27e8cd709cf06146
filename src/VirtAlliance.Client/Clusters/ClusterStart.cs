using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using VirtAlliance.Client.Options;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>Starts a cluster on this machine that runs on when the console ends.</summary>
internal static class ClusterStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns the silos when all of them answer; if they do not, nothing is left running.</summary>
    public static async Task<IReadOnlyList<StoredSilo>> Run(string store, int silos, TracingOptions trace, CancellationToken cancellation)
    {
        var folder = new ClusterFolder(store);
        var settings = new SiloSettings
        {
            Store = RunStores.IsPostgres(store) ? store : Path.GetFullPath(store),
            Durability = SiloVariables.ReadDurability(Environment.GetEnvironmentVariable),
            Cluster = $"cluster-{Guid.NewGuid():N}"[..16],
            Name = "supervisor",
            Log = folder.SupervisorLog,
            PagePort = 0,
            PageToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            TraceEvery = trace.Every,
            TraceBlocks = trace.Blocks,
        };
        await Prepare(store, folder);
        folder.WritePageToken(settings.PageToken);
        using var supervisor = SiloLaunch.Start(settings, silos);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            return await Answering(settings, silos, supervisor, patience.Token);
        }
        catch (Exception e)
        {
            await ClusterStop.Run(store, CancellationToken.None, settings.Cluster);   // never another that was there first
            if (e is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new InvalidOperationException($"the silos did not answer within {Patience.TotalSeconds} s; their logs are in {Path.GetDirectoryName(folder.SupervisorLog)}");
            throw;
        }
    }

    /// <summary>Makes store and folder, and the log anew; refuses where a cluster runs. What the last cluster here left undone is the new one's at once.</summary>
    private static async Task Prepare(string store, ClusterFolder folder)
    {
        var last = folder.Read();
        if (last is not null && last.Processes.Any(p => p.IsAlive))
            throw new UnusableInputException($"a cluster runs on {RunStores.NameOf(store)} already; stop it with: virtalliance cluster stop");
        await using var runs = RunStores.Open(store);
        if (RunStores.IsPostgres(store)) await RefuseOthers(store);
        if (last is not null) await runs.Pause(last.Cluster);   // it has ended without a word: what it left need not wait for its silence to be noticed
        folder.Create();
        File.Delete(folder.SupervisorLog);
    }

    /// <summary>Refuses where another machine's cluster, or another user's, has the store. Silos of this machine that do not answer have ended without a word.</summary>
    private static async Task RefuseOthers(string store)
    {
        await using var database = RunStores.Database(store);
        if (await StoredClusters.Latest(database) is not { } cluster) return;
        foreach (var silo in cluster.Silos.Where(s => s is { IsActive: true, IsHeard: true }))
            if (silo.Host != Dns.GetHostName() || await AllAnswer([silo], CancellationToken.None))
                throw new UnusableInputException(
                    $"the cluster {cluster.Id} runs on {RunStores.NameOf(store)} already: its {silo.Name} on {silo.Host} was last heard of at {silo.AliveUtc:u}");
    }

    private static async Task<IReadOnlyList<StoredSilo>> Answering(SiloSettings settings, int silos, Process supervisor, CancellationToken patience)
    {
        await using var database = RunStores.Database(settings.Store);
        while (true)
        {
            if (supervisor.HasExited) throw Ended(supervisor.ExitCode, LastLine(settings.Log!));
            var active = (await StoredClusters.Silos(database, settings.Cluster)).Where(s => s.IsActive).ToArray();
            if (active.Length == silos && await AllAnswer(active, patience)) return active;
            await Task.Delay(Glance, patience);
        }
    }

    private static async Task<bool> AllAnswer(IEnumerable<StoredSilo> silos, CancellationToken patience)
    {
        foreach (var silo in silos)
            if (!await ReachableCluster.Answers(silo, patience)) return false;
        return true;
    }

    private static Exception Ended(int status, string word) =>
        status == ExitStatus.Unusable ? new UnusableInputException(word) : new InvalidOperationException($"the supervisor ended: {word}");

    private static string LastLine(string log) => File.Exists(log) ? File.ReadLines(log).LastOrDefault() ?? "without a word" : "before it could write its log";
}
