using System.Collections.Immutable;

namespace VirtAlliance.Model.Answers;

/// <summary>How an alliance's gains fall to those that were ever members.</summary>
public static class AllianceGains
{
    /// <summary>Ids of the vendors that were members at the end of any quarter up to <paramref name="to"/>, in ordinal order.</summary>
    public static ImmutableArray<string> EverMembers(RunHistory history, string alliance, int to)
    {
        var vendors = history.Market.Definition.Vendors;
        var members = history.Quarters.Take(to + 1).Select(q => q.Closed.Alliances.FindAlliance(alliance)).OfType<Partnership.AllianceState>().SelectMany(a => a.Members);
        return [.. members.Select(m => m.Vendor).Distinct().Order().Select(v => vendors[v].Id)];
    }

    /// <summary>max(0, gain of <paramref name="member"/>) / Σ max(0, gain) over all that were ever members; NaN when none gains, or it never was one.</summary>
    public static double Share(RunHistory arm, RunHistory against, string alliance, string member, int from, int to)
    {
        var houses = Houses(arm, against, alliance, to);
        var own = houses.Where(h => h.Contains(member)).ToArray();
        var all = houses.Sum(h => Math.Max(0, Gain(arm, against, h, from, to)));
        return own.Length == 0 || all == 0 ? double.NaN : Math.Max(0, Gain(arm, against, own[0], from, to)) / all;
    }

    /// <summary>Gain of <paramref name="leader"/> less the gains of all others that were ever members [USD]; NaN if it never was one.</summary>
    public static double Lead(RunHistory arm, RunHistory against, string alliance, string leader, int from, int to)
    {
        var houses = Houses(arm, against, alliance, to);
        return houses.Any(h => h.Contains(leader)) ? houses.Sum(h => (h.Contains(leader) ? 1 : -1) * Gain(arm, against, h, from, to)) : double.NaN;
    }

    /// <summary>Members, those that merged as one.</summary>
    private static ImmutableArray<ImmutableArray<string>> Houses(RunHistory arm, RunHistory against, string alliance, int to)
    {
        var houses = EverMembers(arm, alliance, to).Select(m => Gains.House(arm, against, m, to)).ToArray();
        return [.. houses.Where((h, i) => Array.FindIndex(houses, other => other[0] == h[0]) == i)];
    }

    private static double Gain(RunHistory arm, RunHistory against, ImmutableArray<string> house, int from, int to) =>
        Gains.DiscountedUsd(arm, house, from, to) - Gains.DiscountedUsd(against, house, from, to);
}
