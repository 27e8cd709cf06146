using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Model.Definition;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>Silos in this process with one run store between them.</summary>
public sealed class MarketCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("va-grains-").FullName;

    private MarketCluster(short silos, Action<GrainSettings>? configure)
    {
        Store = new HeldStore(RunStores.Open(Path.Combine(_folder, "store.db")));
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IRunStore>(Store);
            silo.Configure<ClusterMembershipOptions>(o => (o.ProbeTimeout, o.NumMissedProbesLimit, o.NumVotesForDeathDeclaration) = (TimeSpan.FromMilliseconds(500), 2, 1));
            silo.AddVirtAllianceGrains(configure);
        });
        Silos = builder.Build();
    }

    public HeldStore Store { get; }

    public InProcessTestCluster Silos { get; }

    public static async Task<MarketCluster> Start(short silos, Action<GrainSettings>? configure = null)
    {
        var cluster = new MarketCluster(silos, configure);
        await cluster.Silos.DeployAsync();
        return cluster;
    }

    /// <summary>Submits a study of these runs, one arm each, and sets it going.</summary>
    public async Task<IStudyGrain> Submit(params RunDefinition[] runs)
    {
        ImmutableArray<PlannedRun> planned = [.. runs.Select((run, i) => new PlannedRun($"arm-{i}", run.Replicate, run, RunDefinitionJson.ScenarioHash(run)))];
        var plan = new StudyPlan("random", "arm-0", planned);
        var study = await StudyRows.Create(Store, new StudyRequest { Text = "", Name = "random" }, plan, "tests");
        var grain = Silos.Client.GetGrain<IStudyGrain>(study.Id);
        await grain.Start();
        return grain;
    }

    /// <summary>Waits until the study has ended.</summary>
    public static async Task<StudySnapshot> End(IStudyGrain study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var snapshot = await study.Status(); ; snapshot = await study.Watch(snapshot.Version))
        {
            if (snapshot.Status is not (RunStatus.Queued or RunStatus.Running)) return snapshot;
            if (patience.IsCancellationRequested) throw new TimeoutException($"the study has not ended: {snapshot}");
        }
    }

    /// <summary>Hashes of a run's records, lower-case hex.</summary>
    public async Task<string[]> Hashes(string run)
    {
        var hashes = new List<string>();
        await foreach (var entry in Store.Entries(run)) hashes.Add(HashChain.Show(entry.Hash));
        return [.. hashes];
    }

    /// <summary>The study's runs in order.</summary>
    public Task<IReadOnlyList<RunRow>> Runs(IStudyGrain study) => Store.ListRuns(study.GetPrimaryKeyString());

    /// <summary>Waits until a quarter of a run is on disk.</summary>
    public Task InLedger(string run, int quarter) =>
        Eventually.So($"quarter {quarter} is in the ledger", async () => (await Store.FindRun(run))!.LastQuarter >= quarter);

    public async ValueTask DisposeAsync()
    {
        Store.Release();
        await Silos.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
