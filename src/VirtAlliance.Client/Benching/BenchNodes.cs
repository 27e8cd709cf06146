using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Measures;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Benching;

/// <summary>What is measured on: a silo in this process or some in their own, with a store that goes with them.</summary>
internal sealed class BenchNodes : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virtalliance-bench-").FullName;
    private IHost? _host;
    private ClusterClient? _client;

    private BenchNodes() => Store = RunStores.Open(Place);

    /// <summary>Where studies and records go.</summary>
    public IRunStore Store { get; }

    private string Place => Path.Combine(_folder, "bench.db");

    private string Owner { get; set; } = "";

    private IGrainFactory Grains => _client?.Grains ?? _host!.Services.GetRequiredService<IGrainFactory>();

    /// <param name="silos">Processes of their own; 0: in this one.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<BenchNodes> Start(int silos, CancellationToken cancellation)
    {
        var nodes = new BenchNodes();
        try
        {
            await (silos == 0 ? nodes.StartHere(cancellation) : nodes.StartSilos(silos, cancellation));
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>A study from start to end; returns its runs.</summary>
    public async Task<IReadOnlyList<RunRow>> Run(StudyRequest request, CancellationToken cancellation)
    {
        var plan = StudyPlan.Expand(request);
        var study = await StudyRows.Create(Store, request, plan, Owner, cancellation);
        var grain = Study(study.Id);
        await grain.Start();
        using var progress = new RunProgress(ProductNames.Of(study.Id, plan));
        await StudyWatch.OwnToTheEnd(grain, progress.Show, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var runs = await Store.ListRuns(study.Id, cancellation);
        if (runs.FirstOrDefault(r => r.Status != RunStatus.Completed) is { } failed) throw new InvalidOperationException($"{failed.Id}: {failed.Error ?? failed.Status.ToString()}");
        return runs;
    }

    /// <summary>The study of that id.</summary>
    public IStudyGrain Study(string id) => Grains.GetGrain<IStudyGrain>(id);

    /// <summary>What all nodes have done so far.</summary>
    public async Task<SiloWork> Work() =>
        (await Grains.GetGrain<IManagementGrain>(0).SendControlCommandToProvider<WorkMeter>(WorkMeter.Name, 0)).OfType<SiloWork>().Aggregate((a, b) => a + b);

    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        if (_host is not null) await _host.StopAsync(CancellationToken.None);
        _host?.Dispose();
        await Store.DisposeAsync();
        if (_host is null) await ClusterStop.Run(Place, CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHere(CancellationToken cancellation)
    {
        var settings = new SiloSettings { Store = "", Cluster = Owner = $"bench-{Guid.NewGuid():N}", Alone = true };
        _host = await SiloHost.Start(settings, Store, cancellation);
    }

    private async Task StartSilos(int silos, CancellationToken cancellation)
    {
        await ClusterStart.Run(Place, silos, new TracingOptions(TraceExport.None, null, false), cancellation);
        _client = await ClusterClient.Connect(Place, cancellation);
        Owner = _client.Cluster;
    }
}
