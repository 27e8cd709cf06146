using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>The uniforms of any one customer of a segment in any quarter: one block of words serves four neighbours.</summary>
public readonly struct QuarterDraws(DrawKey key, uint segmentHash)
{
    /// <summary>For the customers of segment number <paramref name="segment"/>.</summary>
    public static QuarterDraws Of(Market market, int segment) => new(market.Key, market.SegmentHashes[segment]);

    /// <summary>Settles which product it picks, if it is in the market.</summary>
    public float Choice(long customer, int quarter) => Uniform.Of(Word(customer, quarter, Purpose.Choice));

    /// <summary>A customer without a product is in the market if this is below h.</summary>
    public float Trial(long customer, int quarter) => Uniform.Of(Word(customer, quarter, Purpose.Trial));

    /// <summary>An order wins the vendor's franchise if this is below its probability.</summary>
    public float FranchiseWon(long customer, int quarter) => Uniform.Of(Word(customer, quarter, Purpose.FranchiseWon));

    private uint Word(long customer, int quarter, Purpose purpose) =>
        Philox.Draw(key, checked((uint)(customer >> 2)), segmentHash, checked((uint)quarter), purpose)[(int)(customer & 3)];
}
