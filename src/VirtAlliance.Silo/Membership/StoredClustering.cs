using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Messaging;

namespace VirtAlliance.Silo.Membership;

/// <summary>Registers membership in the store's database with silos and clients.</summary>
public static class StoredClustering
{
    /// <summary>Silos meet in <paramref name="database"/>. On one machine whoever watches over silos tells of those that ended, which is read within a second; probes find a killed silo in 3–4 s, a hung one in about 15.</summary>
    public static ISiloBuilder UseStoredClustering(this ISiloBuilder silo, DbDataSource database, bool oneMachine)
    {
        silo.Services.AddSingleton(_ => database).AddSingleton<IMembershipTable, StoredMembershipTable>();
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.NumVotesForDeathDeclaration = 2;
            o.MaxProbeTimeout = TimeSpan.FromSeconds(10);
            if (!oneMachine) return;
            o.ProbeTimeout = TimeSpan.FromSeconds(2);
            o.MinProbeTimeout = TimeSpan.FromSeconds(1);
            o.MaxProbeTimeout = TimeSpan.FromSeconds(4);
            o.NumMissedProbesLimit = 3;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(1);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            o.NumMissedTableIAmAliveLimit = 3;
            o.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
        });
        return silo;
    }

    /// <summary>The client finds silos in <paramref name="database"/>.</summary>
    public static IClientBuilder UseStoredClustering(this IClientBuilder client, DbDataSource database)
    {
        client.Services.AddSingleton(_ => database).AddSingleton<IGatewayListProvider, StoredGateways>();
        client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        return client;
    }
}
