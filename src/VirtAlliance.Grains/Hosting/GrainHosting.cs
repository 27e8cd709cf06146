using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Grains.Runs;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Grains.Hosting;

/// <summary>Puts the market's grains on a node.</summary>
public static class GrainHosting
{
    /// <summary>Registers grains, placement, ledger writer and caches. The node's services must hold an <c>IRunStore</c>.</summary>
    public static ISiloBuilder AddVirtAllianceGrains(this ISiloBuilder silo, Action<GrainSettings>? configure = null)
    {
        var settings = new GrainSettings();
        configure?.Invoke(settings);
        silo.Services.TryAddSingleton(settings);
        silo.Services.TryAddSingleton<LedgerWriter>();
        silo.Services.TryAddSingleton<LedgerCache>();
        silo.Services.TryAddSingleton<Checkpoints>();
        silo.Services.TryAddSingleton<MarketCache>();
        silo.Services.TryAddSingleton<OpeningCache>();
        silo.Services.TryAddSingleton<TerritoryPlans>();
        silo.Services.TryAddSingleton<RunMeans>();
        silo.Services.AddKeyedSingleton<IControllable, WorkMeter>(WorkMeter.Name);
        silo.Services.AllowQuestionsOfWork();
        silo.Services.AddHostedService<RunKeeper>();
        silo.Services.Configure<ExceptionSerializationOptions>(o => o.SupportedNamespacePrefixes.Add(nameof(VirtAlliance)));   // the model's errors, too, say between nodes what they are
        if (settings.GuardsGrains) silo.AddIncomingGrainCallFilter<ClientGuard>();
        if (settings.TracedQuarters > 0) silo.AddIncomingGrainCallFilter<SpanTags>();
        silo.AddPlacementDirector<HomePlacement, RunPlacementDirector>();
        silo.AddPlacementDirector<TerritoryPlacement, RunPlacementDirector>();
        return silo;
    }

    /// <summary>Lets the name of <see cref="WorkMeter"/> travel: to be called where nodes are asked of their work.</summary>
    public static void AllowQuestionsOfWork(this IServiceCollection services) =>
        services.Configure<TypeManifestOptions>(o => o.AllowedTypes.Add(typeof(WorkMeter).FullName!));
}
