using System.Collections.Immutable;

namespace VirtAlliance.Model.Opening;

/// <summary>Likings that reproduce a segment's shares at the opening (the contraction of Berry, Levinsohn and Pakes).</summary>
public static class Likings
{
    /// <summary>ξ per product of the opening market in <paramref name="segment"/> [utils]; stated ones as they are.</summary>
    /// <exception cref="LikingsDivergedException">No fixed point within 1,000 steps; names the segment.</exception>
    public static ImmutableArray<double> Solve(Market opening, int segment) => throw new NotImplementedException();
}
