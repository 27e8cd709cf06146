using System.Data.Common;
using System.Net.Sockets;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>The cluster on a store, if it can be reached: its membership may tell of silos that are long gone.</summary>
internal static class ReachableCluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="UnusableInputException">There is none, or none of its silos takes clients.</exception>
    public static async Task<StoredCluster> Find(DbDataSource database, string store, CancellationToken cancellation)
    {
        var cluster = await StoredClusters.Latest(database) ?? throw new UnusableInputException($"no cluster runs on {store}; start one with: virtalliance cluster start");
        if (!cluster.IsHeard)
            throw new UnusableInputException($"no cluster runs on {store}: {cluster.Id} was last heard of at {cluster.AliveUtc:u}; start one with: virtalliance cluster start");
        var active = cluster.Silos.Where(s => s.IsActive).ToArray();
        foreach (var silo in active)
            if (await Answers(silo, cancellation)) return cluster;
        throw new UnusableInputException(
            $"the cluster {cluster.Id} on {store} cannot be reached: nobody listens at {string.Join(", ", active.Select(s => $"{s.Gateway} ({s.Name})"))}; see virtalliance cluster status");
    }

    /// <summary>False: nobody listens where the silo takes clients.</summary>
    public static async Task<bool> Answers(StoredSilo silo, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(silo.Gateway, patience.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
