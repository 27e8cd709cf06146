using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Demand;

/// <summary>From utilities to chances, a tile of members at a time.</summary>
internal static unsafe class PanelOdds
{
    /// <summary>Makes utilities odds, the best being 1, and leaves their sum as the tile's scale.</summary>
    /// <param name="tile">Utilities and the best of them.</param>
    /// <param name="options">How many there are.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Weigh(in PanelTile tile, int options)
    {
        unchecked
        {
            for (var g = 0; g < PanelTile.Groups; g++)
            {
                var (best, total) = (tile.Best[g], Vector512<double>.Zero);
                var end = tile.Of(options) + g;
                for (var option = tile.Of(0) + g; option < end; option += PanelTile.Groups)
                {
                    var odds = ExactMath8.Exp(*option - best);
                    total += odds;
                    *option = odds;
                }
                tile.Scales[g] = total;
            }
        }
    }

    /// <summary>Surplus of the tile's members added to <paramref name="surplus"/>; the tile is then ready to be counted.</summary>
    /// <param name="tile">Odds, and their sums as scales.</param>
    /// <param name="sensitivity">α of its members [utils per 100 USD].</param>
    /// <param name="surplus">Σ of weights, in 100 USD.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<double> Surplus(in PanelTile tile, Vector512<double>* sensitivity, Vector512<double> surplus)
    {
        unchecked
        {
            for (var g = 0; g < PanelTile.Groups; g++)
            {
                var (weight, total) = (tile.Weights[g], tile.Scales[g]);
                surplus = Vector512.FusedMultiplyAdd(weight / sensitivity[g], tile.Best[g] + ExactMath8.Log(total), surplus);
                tile.Responses[g] = weight * sensitivity[g];
                tile.Scales[g] = Vector512<double>.One / total;
            }
            return surplus;
        }
    }
}
