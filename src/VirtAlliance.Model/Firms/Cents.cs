namespace VirtAlliance.Model.Firms;

/// <summary>How a computed amount becomes money.</summary>
public static class Cents
{
    /// <summary>Whole cents, half to even: once, where an entry is booked.</summary>
    /// <exception cref="OverflowException">The amount is no number or does not fit.</exception>
    public static long Rounded(double cents) => (long)Math.Round(cents, MidpointRounding.ToEven);
}
