using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Foresight;

/// <summary>Where a surveyed segment's customers are.</summary>
/// <param name="count">How many there are.</param>
/// <param name="masses">Per eight members and option (products, then none) how many of the customers that each member stands for run it.</param>
internal sealed class SurveyedCustomers(long count, Vector512<double>[] masses)
{
    /// <summary>How many there are.</summary>
    public long Count { get; set; } = count;

    /// <summary>Those of eight members, option by option.</summary>
    public Span<Vector512<double>> Of(int group, int options) => masses.AsSpan(group * options, options);
}
