using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Demand;

/// <summary>Every m-th customer of a segment, kept a second time: same draws, hence the same choices, and all sums over customers in one place.</summary>
public sealed class SegmentPanel : IDisposable
{
    /// <summary>The panel's members as they are before quarter 0.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products in this segment [utils].</param>
    public static SegmentPanel Birth(Market market, int segment, ImmutableArray<double> likings) => throw new NotImplementedException();

    /// <summary>The quarter's figures, from the members as they stood when it began; then those in the market choose.</summary>
    public PanelFigures Choose(MarketConditions conditions) => throw new NotImplementedException();

    /// <summary>The figures under <paramref name="conditions"/>; nobody moves.</summary>
    public PanelFigures Figures(MarketConditions conditions) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
