using System.Collections;
using System.Reflection;

namespace VirtAlliance.Contracts.Tests.Ledger;

/// <summary>A record's fields, one a line, doubles as bits: equal texts, equal records, arrays compared by content.</summary>
internal static class Facts
{
    public static string Of(object? value) => string.Join('\n', Lines(value, "").ToArray());

    private static IEnumerable<string> Lines(object? value, string path) => value switch
    {
        null => [$"{path}: nothing"],
        double number => [$"{path}: {BitConverter.DoubleToInt64Bits(number):x16}"],
        string or Enum or bool or byte or int or long => [$"{path}: {value}"],
        IEnumerable items => items.Cast<object>().SelectMany((item, i) => Lines(item, $"{path}[{i}]")).Prepend($"{path}: {items.Cast<object>().Count()} items"),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite).SelectMany(p => Lines(p.GetValue(value), $"{path}.{p.Name}")),
    };
}
