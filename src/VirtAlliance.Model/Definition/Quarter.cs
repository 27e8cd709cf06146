using System.Globalization;

namespace VirtAlliance.Model.Definition;

/// <summary>A calendar quarter, written <c>2011-Q2</c>. Inside a run a quarter is its number, 0 being the scenario's first.</summary>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    /// <summary>The quarter <paramref name="quarters"/> later (earlier if negative).</summary>
    public Quarter Plus(int quarters)
    {
        var count = Count + quarters;
        return new Quarter(Math.DivRem(count, 4, out var rest), rest + 1);
    }

    /// <summary>Quarters from <paramref name="earlier"/> to this one.</summary>
    public int Since(Quarter earlier) => Count - earlier.Count;

    /// <summary>Reads <c>2011-Q2</c>; years 1000 to 9999.</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1000) return false;
        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => Count.CompareTo(other.Count);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    private int Count => Year * 4 + Number - 1;
}
