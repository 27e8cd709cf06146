using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Prices that differ from the posted one in some segments.</summary>
public static class Surcharges
{
    /// <summary>Per segment and product the price there [cents]: the posted one, or what the latest surcharge in force makes of it.</summary>
    public static ImmutableArray<ImmutableArray<long>> Apply(MarketDefinition market, ImmutableArray<long> postedCents, int quarter)
    {
        var prices = market.Segments.Select(_ => postedCents.ToArray()).ToArray();
        foreach (var surcharge in market.Events.OfType<PriceEvent>())
        {
            if (!InForce(surcharge, quarter)) continue;
            foreach (var segment in surcharge.Segments) prices[segment][surcharge.Product] = There(surcharge, postedCents[surcharge.Product]);
        }
        return [.. prices.Select(row => row.ToImmutableArray())];
    }

    private static bool InForce(PriceEvent surcharge, int quarter) =>
        !surcharge.Segments.IsDefaultOrEmpty && surcharge.At <= quarter
        && (surcharge.HoldQuarters == 0 || quarter - surcharge.At < surcharge.HoldQuarters);

    private static long There(PriceEvent surcharge, long postedCents) =>
        Math.Max(0, surcharge.ToCents ?? Cents.Rounded(postedCents * (1 + surcharge.By!.Value)));
}
