using System.Data.Common;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;

namespace VirtAlliance.Silo.Membership;

/// <summary>How clients find silos: the active ones in the store's membership table that take clients.</summary>
internal sealed class StoredGateways(DbDataSource database, IOptions<ClusterOptions> cluster, IOptions<GatewayOptions> gateways) : IGatewayListProvider
{
    private readonly MembershipStore _store = new(database, cluster.Value.ClusterId);

    public TimeSpan MaxStaleness => gateways.Value.GatewayListRefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => _store.Create();

    public async Task<IList<Uri>> GetGateways()
    {
        var read = await _store.Read();
        if (read is null) return [];
        return [.. read.Value.Rows
            .Select(r => MembershipRow.Read(r.Row, r.Alive))
            .Where(e => e is { Status: SiloStatus.Active, ProxyPort: > 0 })
            .Select(e => SiloAddress.New(e.SiloAddress.Endpoint.Address, e.ProxyPort, e.SiloAddress.Generation).ToGatewayUri())];
    }
}
