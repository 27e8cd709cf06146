namespace VirtAlliance.Model.Layout;

/// <summary>One block of a segment's customers: customer indexes from <see cref="First"/> on.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Index">Number of the block in its segment.</param>
/// <param name="Territory">The territory that it belongs to.</param>
public readonly record struct BlockId(int Segment, int Index, int Territory)
{
    /// <summary>Customers in a full block: a constant of the format, never of the cluster.</summary>
    public const int Size = 65_536;

    /// <summary>Index in the segment of the block's first customer.</summary>
    public long First => (long)Index * Size;

    /// <summary>The segment's first block also holds its panel.</summary>
    public bool HoldsPanel => Index == 0;
}
