using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>What a name in a scenario may refer to.</summary>
[Flags]
internal enum Refers
{
    Technology = 1,
    Vendor = 2,
    Product = 4,
    Segment = 8,
    Alliance = 16,
    Arm = 32,
    None = 64,
    All = 128,
}

/// <summary>The names that a scenario defines, in the file's order.</summary>
internal sealed class Names
{
    /// <summary>Keys that are allowed on any entry and never change a result.</summary>
    public static readonly string[] Remarks = ["because", "source", "note"];

    /// <summary>Names that nothing may have, as they mean something else.</summary>
    public static readonly string[] Reserved = [.. Remarks, "none", "all"];

    private static readonly (Refers Kind, string Key, string Noun)[] Kinds =
    [
        (Refers.Technology, "technologies", "technology"), (Refers.Vendor, "vendors", "vendor"), (Refers.Product, "products", "product"),
        (Refers.Segment, "segments", "segment"), (Refers.Alliance, "alliances", "alliance"), (Refers.Arm, "arms", "arm"),
    ];

    private readonly Dictionary<Refers, List<string>> _names = [];

    public Names(Map root)
    {
        foreach (var (kind, key, _) in Kinds)
            _names[kind] = root[key] is Map map ? [.. map.Entries.Select(e => e.Name).Where(n => !Remarks.Contains(n))] : [];
        if (_names[Refers.Arm].Count == 0) _names[Refers.Arm].Add("base");
        _names[Refers.None] = ["none"];
        _names[Refers.All] = ["all"];
    }

    public IReadOnlyList<string> Of(Refers kind) => _names[kind];

    public bool Has(Refers kinds, string name) => _names.Any(n => (n.Key & kinds) != 0 && n.Value.Contains(name));

    public IEnumerable<string> Valid(Refers kinds) => _names.Where(n => (n.Key & kinds) != 0).SelectMany(n => n.Value);

    /// <summary>The first kind among <paramref name="kinds"/> that has the name.</summary>
    public Refers KindOf(string name, Refers kinds) => _names.Where(n => (n.Key & kinds) != 0 && n.Value.Contains(name)).Select(n => n.Key).FirstOrDefault();

    /// <summary>Takes the names of <paramref name="other"/> in too.</summary>
    public void Join(Names other)
    {
        foreach (var (kind, names) in other._names) _names[kind].AddRange(names.Except(_names[kind]).ToArray());
    }

    /// <summary>'a vendor or a product', for error messages.</summary>
    public static string Describe(Refers kinds)
    {
        var nouns = Kinds.Where(k => (k.Kind & kinds) != 0).Select(k => k.Noun is "alliance" or "arm" ? $"an {k.Noun}" : $"a {k.Noun}").ToList();
        if (kinds.HasFlag(Refers.None)) nouns.Add("none");
        if (kinds.HasFlag(Refers.All)) nouns.Add("all");
        return string.Join(" or ", nouns);
    }
}
