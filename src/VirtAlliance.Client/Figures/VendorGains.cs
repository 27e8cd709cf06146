using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Client.Figures;

/// <summary>What a vendor earns in the baseline, and more or less than that in the other arms; means over replicates [USD, discounted].</summary>
/// <param name="Vendor">Its id.</param>
/// <param name="BaselineUsd">Profit in the baseline.</param>
/// <param name="GainsUsd">Per other arm, in the study's order; null: none of its runs can be compared.</param>
internal sealed record VendorGains(string Vendor, double BaselineUsd, ImmutableArray<double?> GainsUsd)
{
    /// <summary>A row per vendor of the baseline.</summary>
    /// <param name="replicates">Per replicate its histories by arm.</param>
    /// <param name="baseline">Name of the arm to compare with.</param>
    /// <param name="others">Names of the other arms.</param>
    public static ImmutableArray<VendorGains> Of(IReadOnlyList<IReadOnlyDictionary<string, RunHistory>> replicates, string baseline, IReadOnlyList<string> others)
    {
        var compared = replicates.Where(r => r.ContainsKey(baseline)).ToArray();
        if (compared.Length == 0) return [];
        var market = compared[0][baseline].Market.Definition;
        return [.. TableOrder.Of(market).Vendors.Select(v => market.Vendors[v]).Select(v => new VendorGains(
            v.Id,
            compared.Average(r => Gains.DiscountedUsd(r[baseline], [v.Id], 0, r[baseline].Quarters.Length - 1)),
            [.. others.Select(arm => Mean(compared, baseline, arm, v.Id))]))];
    }

    private static double? Mean(IEnumerable<IReadOnlyDictionary<string, RunHistory>> replicates, string baseline, string arm, string vendor)
    {
        var gains = replicates.Where(r => r.ContainsKey(arm)).Select(r => Gain(r[arm], r[baseline], vendor)).ToArray();
        return gains.Length == 0 ? null : gains.Average();
    }

    private static double Gain(RunHistory arm, RunHistory baseline, string vendor) =>
        Gains.Usd(arm, baseline, vendor, 0, Math.Min(arm.Quarters.Length, baseline.Quarters.Length) - 1);
}
