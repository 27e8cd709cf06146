using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Grains.Ledger;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Placement;

namespace VirtAlliance.Grains.Runs;

/// <summary>What a node lends its coordinators.</summary>
internal sealed record RunMeans(
    IRunStore Store, LedgerWriter Writer, LedgerCache Ledger, MarketCache Markets, TerritoryPlans Plans, GrainSettings Settings,
    IClusterMembershipService Membership, ILocalSiloDetails Silo, IOptions<ClusterOptions> Cluster, IHostApplicationLifetime Node)
{
    /// <summary>Whose runs these are.</summary>
    public string Owner => Cluster.Value.ClusterId;

    /// <summary>True once the node is on its way out: what fails from then on is the node's trouble, not the run's.</summary>
    public bool NodeIsGoing => Node.ApplicationStopping.IsCancellationRequested;
}
