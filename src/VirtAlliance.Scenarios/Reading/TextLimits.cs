using System.Globalization;
using System.Text;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>What a file must be before it is worth parsing: not too large, and text.</summary>
internal static class TextLimits
{
    /// <summary>[bytes of UTF-8]</summary>
    public const int MaxBytes = 1 << 20;

    public static bool Hold(string text, string source, Findings findings)
    {
        var bytes = text.Length > MaxBytes ? text.Length : Encoding.UTF8.GetByteCount(text);
        if (bytes > MaxBytes)
        {
            findings.Add(new Place(source, 1, 1), TooLarge(bytes));
            return false;
        }
        var at = FirstUnreadable(text);
        if (at < 0) return true;
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var column = at - text.AsSpan(0, at).LastIndexOf('\n');
        findings.Add(new Place(source, line, column), $"found the character U+{(int)text[at]:X4}, expected text in UTF-8");
        return false;
    }

    public static string TooLarge(long bytes) => string.Create(CultureInfo.InvariantCulture, $"found {bytes:N0} bytes, expected at most {MaxBytes:N0}");

    private static int FirstUnreadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (IsUnreadable(text[i])) return i;
        }
        return -1;
    }

    private static bool IsUnreadable(char c) => c is '\uFFFD' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\r' or '\n'));
}
