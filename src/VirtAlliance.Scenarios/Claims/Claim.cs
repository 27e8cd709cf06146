namespace VirtAlliance.Scenarios.Claims;

/// <summary>A statement about a study's arms.</summary>
/// <param name="Id">Unique among claims.</param>
/// <param name="Says">The statement in words; empty: not stated.</param>
/// <param name="Measure">The figure it is about; null only if <paramref name="Given"/>.</param>
/// <param name="HoldsWhen">When the figure bears it out; null only if <paramref name="Given"/>.</param>
/// <param name="Given">Put in by hand, not judged.</param>
public sealed record Claim(string Id, string Says, Measure? Measure, HoldsWhen? HoldsWhen, bool Given);

/// <summary>The values of a measure that bear a claim out: above a bound, below one, or between two (bounds included).</summary>
/// <param name="Above">The value must be greater; null: no such bound.</param>
/// <param name="Below">The value must be less; null: no such bound.</param>
/// <param name="From">Lowest value of a range; null: no range.</param>
/// <param name="To">Highest value of a range; null: no range.</param>
/// <remarks>For <see cref="MeasureKind.Leads"/> bounds are numbers of quarters, 0 being the scenario's first.</remarks>
public sealed record HoldsWhen(double? Above, double? Below, double? From, double? To)
{
    /// <summary>True if <paramref name="value"/> bears the claim out; NaN never does.</summary>
    public bool Holds(double value) =>
        !double.IsNaN(value) && !(value <= Above) && !(value >= Below) && !(value < From) && !(value > To);
}
