using Microsoft.Extensions.DependencyInjection;
using Orleans;
using VirtAlliance.Client.Options;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Running;

/// <summary>A study from start to end on a silo in this process.</summary>
internal static class LocalStudy
{
    /// <summary>Runs it and returns what was last seen of it; the rest is in the store. When cancelled, its runs are stopped first.</summary>
    public static async Task<StudySnapshot> Run(IRunStore store, StudyRequest request, StudyPlan plan, TracingOptions trace, CancellationToken cancellation)
    {
        var settings = new SiloSettings { Store = "", Cluster = $"run-{Guid.NewGuid():N}", Alone = true, Trace = trace.Export, TraceEvery = trace.Every, TraceBlocks = trace.Blocks };
        using var host = await SiloHost.Start(settings, store, cancellation);
        var study = await StudyRows.Create(store, request, plan, settings.Cluster, cancellation);
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudyGrain>(study.Id);
        await grain.Start();
        using var progress = new RunProgress(ProductNames.Of(study.Id, plan));
        var seen = await StudyWatch.OwnToTheEnd(grain, progress.Show, cancellation);
        await host.StopAsync(CancellationToken.None);
        return seen;
    }
}
