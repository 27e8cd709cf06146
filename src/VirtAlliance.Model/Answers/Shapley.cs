using System.Collections.Immutable;
using System.Numerics;

namespace VirtAlliance.Model.Answers;

/// <summary>What each player adds to a coalition, averaged over all orders in which players may come (Shapley 1953).</summary>
public static class Shapley
{
    /// <summary>Most players: every coalition's worth is kept.</summary>
    public const int MostPlayers = 20;

    /// <summary>Per player; they add up to the worth of all together less that of nobody.</summary>
    /// <param name="worths">Per coalition, player i being bit i: 2^players of them, that of nobody first.</param>
    /// <exception cref="ArgumentException">The number of worths is no power of two, or too large.</exception>
    public static ImmutableArray<double> Values(ReadOnlySpan<double> worths)
    {
        var players = Players(worths.Length);
        var chances = Chances(players);
        var values = new double[players];
        for (var coalition = 0; coalition < worths.Length; coalition++)
        {
            var chance = chances[BitOperations.PopCount((uint)coalition)];
            for (var player = 0; player < players; player++)
                if ((coalition >> player & 1) == 0) values[player] += chance * (worths[coalition | 1 << player] - worths[coalition]);
        }
        return [.. values];
    }

    /// <summary>True if no coalition could do better by itself than by these shares of the whole (they lie in the core).</summary>
    /// <param name="shares">Per player.</param>
    /// <param name="worths">As in <see cref="Values"/>.</param>
    /// <param name="tolerance">By how much a coalition may do better.</param>
    public static bool IsStable(ReadOnlySpan<double> shares, ReadOnlySpan<double> worths, double tolerance)
    {
        for (var coalition = 0; coalition < worths.Length; coalition++)
        {
            double paid = 0;
            for (var player = 0; player < shares.Length; player++)
                if ((coalition >> player & 1) == 1) paid += shares[player];
            if (paid < worths[coalition] - tolerance) return false;
        }
        return true;
    }

    private static int Players(int coalitions) => BitOperations.IsPow2(coalitions) && BitOperations.Log2((uint)coalitions) is <= MostPlayers and var players
        ? players : throw new ArgumentException($"{coalitions} worths are not those of all coalitions of at most {MostPlayers} players");

    /// <summary>By size of the coalition already there: the chance that exactly these come before a given player, size! (n − size − 1)! / n!.</summary>
    private static double[] Chances(int players)
    {
        var chances = new double[players + 1];
        if (players == 0) return chances;
        chances[0] = 1.0 / players;
        for (var size = 1; size < players; size++) chances[size] = chances[size - 1] * size / (players - size);
        return chances;
    }
}
