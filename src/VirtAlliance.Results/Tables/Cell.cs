using System.Globalization;

namespace VirtAlliance.Results.Tables;

/// <summary>How values stand in tables.</summary>
internal static class Cell
{
    /// <summary>Invariant; doubles so that reading gives them back to the bit; nothing where there is no value.</summary>
    public static string Text(object? value) => value switch
    {
        null or double.NaN => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
