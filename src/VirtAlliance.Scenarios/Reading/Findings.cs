using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>All that is wrong with a scenario, each fault once.</summary>
internal sealed class Findings
{
    /// <summary>More are counted, not listed.</summary>
    public const int Limit = 200;

    private readonly HashSet<(Place, string)> _known = [];
    private readonly List<(Place Place, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    public int Count => _found.Count;

    public void Add(Place place, string message)
    {
        if (_known.Add((place, message))) _found.Add((place, message));
    }

    public void Add(Place place, string found, string expected, IEnumerable<string>? valid = null) => Add(place, Message(found, expected, valid));

    /// <summary>Found this, expected that; and the nearest of the valid names, if any is near. A leading blank marks <paramref name="found"/> as a phrase.</summary>
    public static string Message(string found, string expected, IEnumerable<string>? valid = null)
    {
        var nearest = valid is null ? null : Nearest.Of(found, valid);
        return $"found {Shown(found)}, expected {expected}{(nearest is null ? "" : $"; did you mean '{nearest}'?")}";
    }

    /// <exception cref="ScenarioException">Anything was found.</exception>
    public void Throw()
    {
        if (Any) throw new ScenarioException(Lines());
    }

    /// <summary>Passes every fault on.</summary>
    public void Each(Action<Place, string> report)
    {
        foreach (var (place, message) in _found) report(place, message);
    }

    private ImmutableArray<string> Lines()
    {
        var lines = _found.OrderBy(f => f.Place).Take(Limit).Select(f => $"{f.Place}: {f.Message}");
        return _found.Count <= Limit ? [.. lines] : [.. lines, $"{_found[0].Place.Source}: and {_found.Count - Limit} more"];
    }

    private static string Shown(string found) => found.StartsWith(' ') ? found[1..] : Quote(found);

    public static string Quote(string text)
    {
        var shown = new string([.. text.Take(60).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return text.Length > 60 ? $"'{shown}…'" : $"'{shown}'";
    }
}
