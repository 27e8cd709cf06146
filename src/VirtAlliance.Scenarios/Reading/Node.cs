namespace VirtAlliance.Scenarios.Reading;

/// <summary>A value of a scenario file with its place, before anybody asked what it means.</summary>
internal abstract class Node(Place place)
{
    public Place Place { get; } = place;

    /// <summary>What it is, for error messages; a leading blank marks a phrase.</summary>
    public abstract string Shown { get; }

    public abstract Node Copy();
}

/// <summary>A number, a name or a text.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="text">As written, quotation marks left out.</param>
/// <param name="plain">False: it was quoted, so it is a text and nothing else.</param>
internal sealed class Scalar(Place place, string text, bool plain) : Node(place)
{
    public string Text { get; } = text;

    public bool Plain { get; } = plain;

    public bool IsEmpty => Plain && Text is "" or "~" or "null";

    public override string Shown => IsEmpty ? " nothing" : Text;

    public override Node Copy() => new Scalar(Place, Text, Plain);
}

/// <summary>A list.</summary>
internal sealed class Sequence(Place place) : Node(place)
{
    public List<Node> Items { get; } = [];

    public override string Shown => " a list";

    public override Node Copy()
    {
        var copy = new Sequence(Place);
        copy.Items.AddRange(Items.Select(i => i.Copy()));
        return copy;
    }
}

/// <summary>Values by name, in the file's order; every name once.</summary>
internal sealed class Map(Place place) : Node(place)
{
    private readonly List<MapEntry> _entries = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public IReadOnlyList<MapEntry> Entries => _entries;

    public override string Shown => " a mapping";

    public MapEntry? Find(string name) => _positions.TryGetValue(name, out var at) ? _entries[at] : null;

    public Node? this[string name] => Find(name)?.Value;

    /// <summary>Adds the entry, or puts it in the place of the one with its name.</summary>
    public void Put(MapEntry entry)
    {
        if (_positions.TryGetValue(entry.Name, out var at))
        {
            _entries[at] = entry;
            return;
        }
        _positions.Add(entry.Name, _entries.Count);
        _entries.Add(entry);
    }

    public void Remove(string name)
    {
        if (!_positions.Remove(name, out var at)) return;
        _entries.RemoveAt(at);
        for (var i = at; i < _entries.Count; i++) _positions[_entries[i].Name] = i;
    }

    public override Node Copy()
    {
        var copy = new Map(Place);
        foreach (var entry in _entries) copy.Put(entry with { Value = entry.Value.Copy() });
        return copy;
    }
}

/// <summary>A named value.</summary>
internal sealed record MapEntry(string Name, Place NamePlace, Node Value);
