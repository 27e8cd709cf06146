using System.Collections.Immutable;
using Orleans;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model;

namespace VirtAlliance.Grains.Runs;

/// <summary>The grains that a coordinator deals with.</summary>
internal sealed class RunCast(IGrainFactory grains, string run, Market market)
{
    private readonly Dictionary<string, IAllianceGrain> _alliances = [];

    /// <summary>A grain per vendor.</summary>
    public ImmutableArray<IVendorGrain> Vendors { get; } =
        [.. market.Definition.Vendors.Select(v => grains.GetGrain<IVendorGrain>(GrainKeys.Of(run, v.Id)))];

    /// <summary>A grain per territory.</summary>
    public ImmutableArray<IDistributorGrain> Distributors { get; } =
        [.. market.Territories.Select((_, t) => grains.GetGrain<IDistributorGrain>(GrainKeys.Of(run, t)))];

    /// <summary>The grain of an alliance.</summary>
    public IAllianceGrain Alliance(string id)
    {
        if (!_alliances.TryGetValue(id, out var grain)) _alliances[id] = grain = grains.GetGrain<IAllianceGrain>(GrainKeys.Of(run, id));
        return grain;
    }

    /// <summary>Id of a vendor.</summary>
    public string VendorId(int vendor) => market.Definition.Vendors[vendor].Id;

    /// <summary>Index of the vendor with this id.</summary>
    public int VendorOf(string id)
    {
        for (var v = 0; v < market.Definition.Vendors.Length; v++)
            if (market.Definition.Vendors[v].Id == id) return v;
        throw new KeyNotFoundException($"no vendor '{id}'");
    }

    /// <summary>Sends all of the run's grains away, as far as they can be reached.</summary>
    public Task Close(long epoch) => Task.WhenAll(
    [
        .. Distributors.Select(d => d.Close(epoch)),
        .. Vendors.Select(v => v.Close(epoch)),
        .. _alliances.Values.Select(a => a.Close(epoch)),
    ]);
}
