using System.Collections.Immutable;
using System.Data.Common;
using System.Net;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>Keeps a number of silos going on this machine: one that dies is started again, later and later while it keeps dying.</summary>
internal sealed class Supervisor
{
    private static readonly TimeSpan GraceToStop = TimeSpan.FromSeconds(30);

    private readonly string _store;
    private readonly string _cluster;
    private readonly DbDataSource _database;
    private readonly ClusterFolder _folder;
    private readonly ImmutableArray<SupervisedSilo> _silos;
    private readonly Lock _writing = new();

    public Supervisor(SiloSettings settings, int silos)
    {
        (_store, _cluster) = (settings.Store, settings.Cluster);
        _folder = new ClusterFolder(settings.Store);
        _database = RunStores.Database(settings.Store);
        var obituary = new Obituary(_database, settings.Cluster);
        var pages = settings.PagePort is null ? [] : FreePorts.Find(IPAddress.Loopback, silos);   // chosen here, so that a silo that is started again has the page where it was
        _silos = [.. Enumerable.Range(1, silos).Select(i =>
            new SupervisedSilo($"silo-{i}", settings with { PagePort = pages.Length == 0 ? null : pages[i - 1] }, _folder, obituary, WriteState))];
    }

    /// <summary>Returns when <paramref name="stop"/> was asked for and every silo has ended.</summary>
    /// <exception cref="SiloSettingsException">Another cluster has the store.</exception>
    public async Task Run(CancellationToken stop)
    {
        _folder.Create();
        using var held = _folder.TryLock() ?? throw new SiloSettingsException("a cluster runs on this store already");
        WriteState();
        await Task.WhenAll(_silos.Select(s => s.KeepGoing(stop)));
        await Task.WhenAll(_silos.Select(s => s.Stop(GraceToStop)));
        await Pause();
        await _database.DisposeAsync();
    }

    /// <summary>What the silos worked on is paused, so that the next cluster takes it up at once.</summary>
    private async Task Pause()
    {
        try
        {
            await using var store = RunStores.Open(_store);
            await store.Pause(_cluster);
        }
        catch (RunStoreException e)
        {
            SupervisorNotes.Say(e.Message);   // another will notice the silence
        }
    }

    private void WriteState()
    {
        try
        {
            lock (_writing) _folder.Write(new ClusterState(_cluster, ProcessIdentity.Of(Environment.ProcessId)!.Value, [.. _silos.Select(s => s.State)]));
        }
        catch (IOException e)
        {
            SupervisorNotes.Say($"the state of the cluster cannot be written: {e.Message}");   // the disk is full; watching over silos goes on
        }
    }
}
