using VirtAlliance.Model.Chance;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Customers;

/// <summary>Which orders may win a customer for a franchise.</summary>
/// <remarks>A vendor that came to own several franchises wins each, by the one draw of the order, from customers that hold none of its own in the same family.</remarks>
internal sealed class FranchiseWins(MarketDefinition market)
{
    private readonly Row[] _rows = new Row[market.Products.Length * market.Franchises.Length];
    private int _count;

    /// <summary>An order of a product may win a franchise.</summary>
    /// <param name="Product">Number of the product.</param>
    /// <param name="Blockers">Franchises of its owner in this family: whoever holds one has nothing to win.</param>
    /// <param name="Won">Bit of the franchise.</param>
    /// <param name="Family">Bits of its family, lost by winning.</param>
    /// <param name="NumbersBelow">Probability, as <see cref="Uniform.NumbersBelow"/>.</param>
    public readonly record struct Row(byte Product, byte Blockers, byte Won, byte Family, uint NumbersBelow)
    {
        /// <summary>Wins the franchise and loses the others of its family.</summary>
        public byte Win(byte held) => (byte)((held & ~Family) | Won);
    }

    /// <summary>In order of product, then franchise.</summary>
    public ReadOnlySpan<Row> Rows => _rows.AsSpan(0, _count);

    /// <summary>The rows for who owns what in <paramref name="conditions"/>.</summary>
    public void Write(MarketConditions conditions)
    {
        _count = 0;
        if (market.Franchises.IsEmpty) return;
        for (var j = 0; j < conditions.Products.Length; j++)
            for (var f = 0; f < market.Franchises.Length; f++)
            {
                var owner = conditions.FranchiseOwners[f];
                if (owner < 0 || owner != conditions.Products[j].Owner || market.Franchises[f].WinProbability <= 0) continue;
                _rows[_count++] = new Row(
                    (byte)j, Bits(f, g => conditions.FranchiseOwners[g] == owner), (byte)(1 << f), Bits(f, _ => true),
                    Uniform.NumbersBelow((float)market.Franchises[f].WinProbability));
            }
    }

    /// <summary>The franchises that a customer holds after its order.</summary>
    public byte After(byte product, byte held, uint word)
    {
        foreach (var row in Rows)
            if (row.Product == product && (held & row.Blockers) == 0 && word >> Uniform.Shift < row.NumbersBelow) held = row.Win(held);
        return held;
    }

    private byte Bits(int franchise, Func<int, bool> which)
    {
        var bits = 0;
        for (var g = 0; g < market.Franchises.Length; g++)
            if (market.Franchises[g].Family == market.Franchises[franchise].Family && which(g)) bits |= 1 << g;
        return (byte)bits;
    }
}
