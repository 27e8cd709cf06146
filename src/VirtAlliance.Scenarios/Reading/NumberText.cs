using System.Globalization;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>Numbers as scenario files write them: decimal, with underscores and exponents; never NaN or an infinity.</summary>
internal static class NumberText
{
    /// <summary>The number nearest to what <paramref name="text"/> says.</summary>
    public static bool TryRead(string text, out double number) => TryRead(text, 0, out number);

    /// <summary>USD as cents, rounded once: the text's own decimal point is moved, so 0.07 is 7.</summary>
    public static double Cents(string usd) => TryRead(usd, 2, out var cents) ? cents : double.NaN;

    /// <summary>USD as whole cents, half to even.</summary>
    public static long WholeCents(string usd) =>
        decimal.TryParse(Shifted(usd, 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var cents)
            ? (long)Math.Round(cents, MidpointRounding.ToEven) : (long)Math.Round(Cents(usd), MidpointRounding.ToEven);

    /// <summary>Shortest text that reads as <paramref name="number"/>.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, int shift, out double number)
    {
        number = 0;
        return IsNumber(text) && double.TryParse(Shifted(text, shift), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    private static string Shifted(string text, int shift)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (shift == 0) return plain;
        var e = plain.AsSpan().IndexOfAny('e', 'E');
        var exponent = e < 0 ? 0 : int.Parse(plain.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(e < 0 ? plain : plain[..e])}e{exponent + shift}");
    }

    /// <summary>Sign, digits with underscores between them, a fraction, an exponent of at most four digits.</summary>
    private static bool IsNumber(string text)
    {
        var rest = text.AsSpan();
        if (rest is ['+' or '-', ..]) rest = rest[1..];
        var whole = Digits(ref rest);
        var fraction = 0;
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = Digits(ref rest);
        }
        if (whole < 0 || fraction < 0 || whole + fraction == 0) return false;
        if (rest is not ['e' or 'E', ..]) return rest.IsEmpty;
        rest = rest[1..];
        if (rest is ['+' or '-', ..]) rest = rest[1..];
        return Digits(ref rest) is > 0 and <= 4 && rest.IsEmpty && !text.AsSpan(text.AsSpan().IndexOfAny('e', 'E')).Contains('_');
    }

    /// <summary>How many digits stand at the start, which are taken off; −1 if an underscore is not between two of them.</summary>
    private static int Digits(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExcept("0123456789_");
        var run = length < 0 ? rest : rest[..length];
        rest = rest[run.Length..];
        return run is ['_', ..] or [.., '_'] ? -1 : run.Length - run.Count('_');
    }
}
