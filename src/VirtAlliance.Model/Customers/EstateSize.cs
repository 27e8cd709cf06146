using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Customers;

/// <summary>Sizes of a segment's estates: ln seats is normal.</summary>
/// <param name="Log2Median">log₂ of the median.</param>
/// <param name="Log2Spread">Standard deviation of log₂ seats.</param>
internal readonly record struct EstateSize(float Log2Median, float Log2Spread)
{
    public const float Largest = ushort.MaxValue;

    private const double Log2E = 1.4426950408889634;

    public static EstateSize Of(Segment segment) =>
        new((float)(ExactMath.Log(segment.SeatsMedian) * Log2E), (float)(segment.SeatsSpread * Log2E));

    /// <summary>False: all estates are of the median's size.</summary>
    public bool Vary => Log2Spread != 0;

    /// <summary>round(exp(ln median + spread·z)), half to even, clamped to 1…65,535.</summary>
    public ushort Seats(float normal)
    {
        var seats = ExactMathF.Exp2(MathF.FusedMultiplyAdd(Log2Spread, normal, Log2Median));
        seats = seats < Largest ? seats : Largest;
        seats = seats > 1f ? seats : 1f;
        return (ushort)MathF.Round(seats);
    }
}
