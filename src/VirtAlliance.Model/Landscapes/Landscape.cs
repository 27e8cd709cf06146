using System.Collections.Immutable;

namespace VirtAlliance.Model.Landscapes;

/// <summary>Actors that must choose between two sides, by how they like to be together (Axelrod and Bennett 1993).</summary>
/// <remarks>
/// A configuration is a number: bit <c>i − 1</c> tells whether actor <c>i</c> stands on the other side than actor 0. So each division counts once.
/// </remarks>
/// <param name="Sizes">Of each actor.</param>
/// <param name="Propensities">Row by row: how actor i likes to be with actor j; symmetric, and the diagonal does not matter.</param>
public sealed record Landscape(ImmutableArray<double> Sizes, ImmutableArray<double> Propensities)
{
    /// <summary>More would take too long: the work doubles with each.</summary>
    public const int MostActors = 20;

    private readonly double _resolution = 1e-12 * Magnitude(Sizes, Propensities);

    /// <summary>How many actors there are.</summary>
    public int Actors => Sizes.Length;

    /// <summary>Divisions into two sides, one of which may be empty.</summary>
    public int Configurations => 1 << (Actors - 1);

    /// <summary>True if the actor stands on actor 0's side.</summary>
    public static bool IsOnFirstSide(int configuration, int actor) => actor == 0 || ((configuration >> (actor - 1)) & 1) == 0;

    /// <summary>The configuration after one actor has changed sides.</summary>
    public int Move(int configuration, int actor) => actor == 0 ? configuration ^ (Configurations - 1) : configuration ^ (1 << (actor - 1));

    /// <summary>F_i = Σ_j size_j · propensity_ij over the actors j on the other side: the more positive, the more the actor misses its friends; negative, if it is away from enemies.</summary>
    public double Frustration(int configuration, int actor)
    {
        var side = IsOnFirstSide(configuration, actor);
        var sum = 0.0;
        for (var j = 0; j < Actors; j++)
            if (j != actor && IsOnFirstSide(configuration, j) != side) sum += Sizes[j] * Propensities[(actor * Actors) + j];
        return sum;
    }

    /// <summary>E = Σ size_i · F_i.</summary>
    public double Energy(int configuration)
    {
        var sum = 0.0;
        for (var i = 0; i < Actors; i++) sum += Sizes[i] * Frustration(configuration, i);
        return sum;
    }

    /// <summary>How much lower the mover's share of the energy, <c>size · F</c>, is after an actor has changed sides; 0 also where it is less than sums of doubles can tell.</summary>
    /// <remarks>With symmetric propensities the energy falls by twice as much.</remarks>
    public double Relief(int configuration, int actor)
    {
        var relief = Sizes[actor] * (Frustration(configuration, actor) - Frustration(Move(configuration, actor), actor));
        return Math.Abs(relief) > _resolution ? relief : 0;
    }

    /// <summary>True if nobody wants to change sides: a Nash point, and with symmetric propensities a local minimum of the energy.</summary>
    public bool IsLocalMinimum(int configuration)
    {
        for (var i = 0; i < Actors; i++)
            if (Relief(configuration, i) > 0) return false;
        return true;
    }

    private static double Magnitude(ImmutableArray<double> sizes, ImmutableArray<double> propensities)
    {
        var sum = 0.0;
        for (var i = 0; i < propensities.Length; i++) sum += Math.Abs(sizes[i / sizes.Length] * sizes[i % sizes.Length] * propensities[i]);
        return sum;
    }
}
