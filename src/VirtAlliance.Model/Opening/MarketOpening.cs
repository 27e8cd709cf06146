using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Opening;

/// <summary>What is settled before quarter 0, once per replicate.</summary>
public static class MarketOpening
{
    /// <summary>Figures of the opening book in one segment, over the products of the opening market.</summary>
    public static PanelFigures Panel(Market opening, int segment, ImmutableArray<double> likings) => throw new NotImplementedException();

    /// <summary>Record −1: implied conduct, opening states of vendors, alliances and technologies.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="likings">Per segment, per product of the opening market.</param>
    /// <param name="panels">Per segment, from <see cref="Panel"/>.</param>
    /// <param name="initial">Per segment the customers of quarter 0 before it trades, from all blocks; products of the run's market.</param>
    public static OpeningRecord Record(
        Market market, ImmutableArray<ImmutableArray<double>> likings, ImmutableArray<PanelFigures> panels, ImmutableArray<CustomerTotals> initial) =>
        throw new NotImplementedException();
}
