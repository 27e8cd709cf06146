using System.Collections.Immutable;
using VirtAlliance.Model.Answers;

namespace VirtAlliance.Client.Figures;

/// <summary>Vendors' profits over a run, discounted to its first quarter [USD].</summary>
internal sealed record VendorProfits(ImmutableSortedDictionary<string, double> DiscountedUsd)
{
    /// <summary>Of one run.</summary>
    public static VendorProfits Of(RunHistory history)
    {
        var market = history.Market.Definition;
        return new VendorProfits(market.Vendors.Select((v, i) => KeyValuePair.Create(v.Id, Discounted(history, market.Discount, i)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Of one arm: the mean over its replicates.</summary>
    public static VendorProfits Mean(IReadOnlyList<VendorProfits> replicates) => new(
        replicates[0].DiscountedUsd.Keys.Select(v => KeyValuePair.Create(v, replicates.Average(r => r.DiscountedUsd[v])))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static double Discounted(RunHistory history, double discount, int vendor)
    {
        double sum = 0, weight = 1;
        foreach (var quarter in history.Quarters)
        {
            sum += weight * quarter.Books[vendor].ProfitCents / 100;
            weight *= discount;
        }
        return sum;
    }
}
