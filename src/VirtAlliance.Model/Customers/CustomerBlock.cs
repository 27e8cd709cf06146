using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>The customers of one block as columns in native memory: tastes, seats, product, franchises.</summary>
public sealed class CustomerBlock : IDisposable
{
    /// <summary>The block's customers as they are before quarter 0.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="block">Which block.</param>
    /// <param name="likings">ξ of the opening market's products in this segment [utils].</param>
    public static CustomerBlock Birth(Market market, BlockId block, ImmutableArray<double> likings) => throw new NotImplementedException();

    /// <summary>The last quarter that its customers lived through; −1 at birth.</summary>
    public int Quarter => throw new NotImplementedException();

    /// <summary>Customers and seats per product as they stand; no orders.</summary>
    public CustomerTotals Stocks => throw new NotImplementedException();

    /// <summary>One quarter: newcomers come, those in the market choose. Quarters follow one another without a gap.</summary>
    public CustomerTotals Choose(MarketConditions conditions) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
