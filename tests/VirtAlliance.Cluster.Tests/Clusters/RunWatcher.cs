using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A client that watches a run through all that happens to its cluster, and remembers what it was shown.</summary>
internal sealed class RunWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50), PatienceToConnect = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, string> _shown = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly LocalCluster _cluster;
    private readonly string _run;
    private readonly Task _watching;

    public RunWatcher(LocalCluster cluster, string run)
    {
        (_cluster, _run) = (cluster, run);
        _watching = Task.Run(Watch);
    }

    /// <summary>Digests that were shown, by quarter.</summary>
    public IReadOnlyDictionary<int, string> Shown => _shown;

    /// <summary>The last that was shown; null: nothing yet.</summary>
    public RunSnapshot? Last { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task Watch()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_cluster.State?.Cluster is { } id) await Watch(id);
            }
            catch (Exception)
            {
                // the cluster, or the silo that answered, is gone: look again
            }
            await Task.Delay(Pause);
        }
    }

    /// <summary>Until the watcher is stopped, or another cluster has taken the place of this one.</summary>
    private async Task Watch(string id)
    {
        using var host = Connect(id);
        await host.StartAsync(_stop.Token).WaitAsync(PatienceToConnect, _stop.Token);
        var coordinator = host.Services.GetRequiredService<IClusterClient>().GetGrain<ICoordinatorGrain>(_run);
        while (!_stop.IsCancellationRequested && _cluster.State?.Cluster == id)
        {
            try
            {
                Note(await coordinator.Watch(Last?.Quarter ?? -2).WaitAsync(_stop.Token));
            }
            catch (Exception)
            {
                await Task.Delay(Pause);   // the coordinator's silo is gone: another will have it
            }
        }
    }

    private void Note(RunSnapshot snapshot)
    {
        if (snapshot.Digest is { } digest) _shown[snapshot.Quarter] = digest;
        Last = snapshot;
    }

    private IHost Connect(string id)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client => client
            .UseStoredClustering(RunStores.Database(_cluster.Store))
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (id, SiloHost.Service)));
        return builder.Build();
    }
}
