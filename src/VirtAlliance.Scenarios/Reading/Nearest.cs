namespace VirtAlliance.Scenarios.Reading;

/// <summary>The valid name that somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The name with the fewest insertions, deletions, replacements and swaps from <paramref name="given"/>; null if more than half of the longer one would change.</summary>
    public static string? Of(string given, IEnumerable<string> valid)
    {
        if (given.Length is 0 or > 60) return null;
        var best = valid.Where(v => v != given).Select(v => (Name: v, Distance: Distance(given, v)))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, Math.Max(given.Length, best.Name.Length) / 2) ? best.Name : null;
    }

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = d[i - 1, j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
