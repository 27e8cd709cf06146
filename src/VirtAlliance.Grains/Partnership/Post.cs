using System.Collections.Immutable;
using Orleans;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Model;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Grains.Partnership;

/// <summary>Carries a vendor's or an alliance's messages to their receivers: one call each and round.</summary>
internal sealed class Post(IGrainFactory grains, string run, string sender, Market market)
{
    private const int InFlight = 64;

    private readonly Caller _caller = new(InFlight);

    /// <summary>Returns when every receiver has acknowledged; may be repeated.</summary>
    public Task Send(Step step, ImmutableArray<PartnershipMessage> messages)
    {
        if (messages.IsEmpty) return Task.CompletedTask;
        var letters = messages.GroupBy(m => m.FromVendor ? m.Alliance : market.Definition.Vendors[m.Vendor].Id).ToArray();
        return _caller.All(letters, (letter, _) => Deliver(step, letter));
    }

    private Task Deliver(Step step, IGrouping<string, PartnershipMessage> letter)
    {
        var delivery = new PartnershipDelivery(letter.First().Round, sender, [.. letter.OrderBy(m => m.Number)]);
        return letter.First().FromVendor
            ? grains.GetGrain<IAllianceGrain>(GrainKeys.Of(run, letter.Key)).Receive(step, delivery)
            : grains.GetGrain<IVendorGrain>(GrainKeys.Of(run, letter.Key)).Receive(step, delivery);
    }
}
