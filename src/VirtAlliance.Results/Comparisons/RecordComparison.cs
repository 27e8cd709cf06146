using System.Collections;
using System.Globalization;
using System.Reflection;
using VirtAlliance.Results.Tables;

namespace VirtAlliance.Results.Comparisons;

/// <summary>Compares two records member by member: for what differs in no table.</summary>
internal static class RecordComparison
{
    /// <summary>The first member that differs; null: none does.</summary>
    public static Difference? First(string quarter, object first, object second)
    {
        var found = Compare("", first, second);
        return found is null ? null : new Difference(quarter, "record", "", found.Value.Path, found.Value.First, found.Value.Second);
    }

    private static (string Path, string? First, string? Second)? Compare(string path, object? first, object? second)
    {
        if (first is null || second is null || first is IConvertible) return Same(first, second) ? null : (path, Text(first), Text(second));
        return first is IEnumerable ? Items(path, (IEnumerable)first, (IEnumerable)second) : Members(path, first, second);
    }

    private static (string, string?, string?)? Items(string path, IEnumerable first, IEnumerable second)
    {
        var (a, b) = (first.Cast<object?>().ToArray(), second.Cast<object?>().ToArray());
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), a[i], b[i]) is { } found) return found;
        return a.Length == b.Length ? null : ($"{path}.Length", Text(a.Length), Text(b.Length));
    }

    private static (string, string?, string?)? Members(string path, object first, object second)
    {
        foreach (var member in first.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (Compare(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.GetValue(first), member.GetValue(second)) is { } found) return found;
        return null;
    }

    private static bool Same(object? first, object? second) =>
        first is double a && second is double b ? BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) : Equals(first, second);

    private static string? Text(object? value) => value is null ? null : Cell.Text(value);
}
