using System.Globalization;

namespace VirtAlliance.Results.Tables;

/// <summary>An amount in a table: USD with two decimals, exactly.</summary>
public readonly record struct Money(Int128 Cents)
{
    /// <summary>Like <c>-1234.05</c>.</summary>
    public override string ToString()
    {
        var (whole, rest) = Int128.DivRem(Int128.Abs(Cents), 100);
        return string.Create(CultureInfo.InvariantCulture, $"{(Cents < 0 ? "-" : "")}{whole}.{(int)rest:00}");
    }
}
