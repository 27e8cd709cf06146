using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;

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
        return silo;
    }
}
