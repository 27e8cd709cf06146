using System.Collections.Immutable;

namespace VirtAlliance.Model.Definition;

/// <summary>Rows of tables follow the scenario's file: indexes into the market's arrays, in the file's order.</summary>
/// <param name="Vendors">Each vendor once.</param>
/// <param name="Segments">Each segment once.</param>
public sealed record TableOrder(ImmutableArray<int> Vendors, ImmutableArray<int> Segments)
{
    /// <summary>The order for a market's tables.</summary>
    public static TableOrder Of(MarketDefinition market) =>
        market.TableOrder ?? new TableOrder([.. Enumerable.Range(0, market.Vendors.Length)], [.. Enumerable.Range(0, market.Segments.Length)]);
}
