using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>A connection to the cluster whose membership is in a store.</summary>
internal sealed class ClusterClient(IHost host, string store, string cluster) : IAsyncDisposable
{
    /// <summary>Per attempt: a silo that has just died may be the one that is asked first.</summary>
    private static readonly TimeSpan[] Patience = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    private static readonly TimeSpan PatienceWithRestarts = TimeSpan.FromSeconds(45), Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The store that it was found in.</summary>
    public string Store => store;

    /// <summary>Id of the cluster: the owner of what is submitted to it.</summary>
    public string Cluster => cluster;

    /// <summary>Its grains, as far as clients may reach them.</summary>
    public IGrainFactory Grains => host.Services.GetRequiredService<IClusterClient>();

    /// <summary>The study of that id.</summary>
    public IStudyGrain Study(string id) => Grains.GetGrain<IStudyGrain>(id);

    /// <summary>Connects to the cluster that last gave a sign of life in the store, which must have been opened before. Silos that somebody starts again are waited for.</summary>
    /// <exception cref="UnusableInputException">There is none, or it does not answer.</exception>
    public static async Task<ClusterClient> Connect(string store, CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await ConnectNow(store, cancellation);
            }
            catch (UnusableInputException) when (waited.Elapsed < PatienceWithRestarts && new ClusterFolder(store).Read() is { Supervisor.IsAlive: true })
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task<ClusterClient> ConnectNow(string store, CancellationToken cancellation)
    {
        var database = RunStores.Database(store);
        var cluster = (await ReachableCluster.Find(database, RunStores.NameOf(store), cancellation)).Id;
        for (var attempt = 0; ; attempt++)
        {
            var host = Build(database, cluster);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience[attempt]);
            try
            {
                await host.StartAsync(patience.Token).WaitAsync(patience.Token);
                return new ClusterClient(host, store, cluster);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                host.Dispose();
                if (attempt + 1 == Patience.Length)
                    throw new UnusableInputException($"the cluster {cluster} on {RunStores.NameOf(store)} does not answer: {e.GetBaseException().Message}; see virtalliance cluster status");
            }
        }
    }

    private static IHost Build(DbDataSource database, string cluster)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AllowQuestionsOfWork();
        builder.UseOrleansClient(client => client
            .UseStoredClustering(database)
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, SiloHost.Service)));
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
