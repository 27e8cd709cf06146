using System.Collections.Immutable;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Answers;

/// <summary>What vendors gain in one arm against another: Σ discount^t · (profit here − profit there).</summary>
/// <remarks>A vendor that merges in either arm counts with those it merges with from the start: the books of one end in those of the other.</remarks>
public static class Gains
{
    /// <summary>Gain of <paramref name="vendor"/>'s house over the quarters <paramref name="from"/> to <paramref name="to"/>, both included [USD, discounted to quarter 0].</summary>
    public static double Usd(RunHistory arm, RunHistory against, string vendor, int from, int to)
    {
        var house = House(arm, against, vendor, to);
        return DiscountedUsd(arm, house, from, to) - DiscountedUsd(against, house, from, to);
    }

    /// <summary>Ids of <paramref name="vendor"/> and all it is one firm with at the end of <paramref name="quarter"/>, in either arm; in ordinal order.</summary>
    public static ImmutableArray<string> House(RunHistory arm, RunHistory against, string vendor, int quarter)
    {
        var house = ImmutableSortedSet.Create(StringComparer.Ordinal, vendor);
        while (true)
        {
            var larger = house.Union(house.SelectMany(v => Merged(arm, v, quarter).Concat(Merged(against, v, quarter))));
            if (larger.Count == house.Count) return [.. house];
            house = larger;
        }
    }

    /// <summary>Profit of the vendors of <paramref name="house"/> that the arm has, discounted to quarter 0 [USD].</summary>
    public static double DiscountedUsd(RunHistory history, ImmutableArray<string> house, int from, int to)
    {
        var market = history.Market.Definition;
        int[] vendors = [.. house.Select(market.IndexOfVendor).Where(v => v >= 0)];
        double sum = 0, weight = 1;
        for (var t = 0; t <= to; t++, weight *= market.Discount)
            if (t >= from) sum += weight * vendors.Sum(v => history.Quarters[t].Books[v].ProfitCents) / 100;
        return sum;
    }

    /// <summary>First quarter from which on the gain added up since quarter 0 stays below 0; null: it does not end below 0.</summary>
    public static int? NegativeFrom(RunHistory arm, RunHistory against, string vendor)
    {
        int? since = null;
        var to = Math.Min(arm.Quarters.Length, against.Quarters.Length) - 1;
        double gain = 0;
        for (var t = 0; t <= to; t++)
        {
            gain += Usd(arm, against, vendor, t, t);
            since = gain >= 0 ? null : since ?? t;
        }
        return since;
    }

    private static IEnumerable<string> Merged(RunHistory history, string vendor, int quarter)
    {
        var (vendors, states) = (history.Market.Definition.Vendors, history.Quarters[quarter].Closed.Vendors);
        var index = history.Market.Definition.IndexOfVendor(vendor);
        return index < 0 ? [] : Heirs.HouseOf(states, Heirs.Of(states, index)).Select(v => vendors[v].Id);
    }
}
