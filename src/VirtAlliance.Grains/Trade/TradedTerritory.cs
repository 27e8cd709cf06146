using System.Collections.Immutable;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Trade;

/// <summary>A territory's last quarter, kept to answer and to deliver again.</summary>
internal sealed record TradedTerritory(
    QuarterConditions Conditions, ImmutableArray<SegmentTrade> Segments, ImmutableArray<SentOrder> Sent, ImmutableArray<BulkOrder> Orders)
{
    /// <summary>Which quarter.</summary>
    public int Quarter => Conditions.Value.Quarter;

    /// <summary>One bulk order for each vendor that anybody ordered from.</summary>
    public static TradedTerritory Of(string territory, QuarterConditions conditions, ImmutableArray<SegmentTrade> segments, int vendors)
    {
        var totals = segments.Select(s => (s.Segment, s.Totals)).ToArray();
        var (sent, orders) = (ImmutableArray.CreateBuilder<SentOrder>(), ImmutableArray.CreateBuilder<BulkOrder>());
        for (var vendor = 0; vendor < vendors; vendor++)
        {
            var rows = PurchasePhase.OrdersFor(conditions.Value, totals, vendor);
            if (rows.IsEmpty) continue;
            orders.Add(new BulkOrder(territory, rows));
            sent.Add(new SentOrder(vendor, orders[^1].SeatQuarters));
        }
        return new TradedTerritory(conditions, segments, sent.ToImmutable(), orders.ToImmutable());
    }

    /// <exception cref="DeterminismException">The quarter was traded under other conditions.</exception>
    public void Check(string grain, QuarterConditions conditions)
    {
        if (!Conditions.Same(conditions))
            throw new DeterminismException($"conditions of distributor {grain}", Quarter, Convert.ToHexStringLower(Conditions.Hash), Convert.ToHexStringLower(conditions.Hash));
    }
}
