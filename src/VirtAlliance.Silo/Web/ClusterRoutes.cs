using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Web;

/// <summary>The silos of this cluster, by their own words.</summary>
internal sealed class ClusterRoutes(SiloSettings settings, IRunStore store)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly Sparing<IReadOnlyList<HeardSilo>> _heard = new(() => store.Heard(settings.Cluster));

    public async Task Show(HttpContext context)
    {
        var now = DateTimeOffset.UtcNow;
        var silos = (await _heard.Get()).Where(h => now - h.Utc < Forgotten).Select(h => new SiloView(h.Beat.Name, h.Beat.Pid, h.Beat.Page, Math.Max(0, (now - h.Utc).TotalSeconds), h.Beat.Grains, h.Beat.Counts));
        await context.Response.WriteAsJsonAsync(new ClusterView(settings.Cluster, settings.Name, settings.PageToken is not null, [.. silos]), PageJson.Default.ClusterView);
    }
}

/// <summary>The cluster.</summary>
/// <param name="Cluster">Its id.</param>
/// <param name="Self">The silo that serves this page.</param>
/// <param name="Writable">Studies can be started and cancelled from here.</param>
/// <param name="Silos">Those heard of in the last minute.</param>
internal sealed record ClusterView(string Cluster, string Self, bool Writable, ImmutableArray<SiloView> Silos);

/// <summary>A silo.</summary>
internal sealed record SiloView(string Name, int Pid, string? Page, double HeardSecondsAgo, long Grains, SiloCounts? Counts);
