using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Checks;

/// <summary>A key that a file leaves to its default.</summary>
/// <param name="Path">Where it would stand.</param>
/// <param name="Value">What holds.</param>
public sealed record UsedDefault(string Path, string Value);

/// <summary>Walks a tree beside its keys and collects what is left to defaults.</summary>
internal sealed class UsedDefaults
{
    private readonly ImmutableArray<UsedDefault>.Builder _found = ImmutableArray.CreateBuilder<UsedDefault>();
    private readonly Map _segmentDefaults;

    private UsedDefaults(Map root) => _segmentDefaults = root.Map(ScenarioKeys.SegmentDefaults) ?? new Map(root.Place);

    /// <summary>In the file's order.</summary>
    public static ImmutableArray<UsedDefault> Of(Map root)
    {
        var defaults = new UsedDefaults(root);
        defaults.Entry(root, ScenarioKeys.Shape, "");
        return defaults._found.ToImmutable();
    }

    private void Entry(Map? map, EntryShape shape, string path)
    {
        if (shape == SegmentKeys.DefaultsShape || shape == StudyKeys.ArmShape || shape.OneOf.Count > 0) return;
        foreach (var key in shape.Keys.Where(k => IsUsed(map, shape, k)))
        {
            var at = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            if (map?[key.Name] is { } value) Value(value, key.Shape, at);
            else if (shape == SegmentKeys.Shape && _segmentDefaults[key.Name] is not null) continue;
            else if (key.Shape is EntryShape { OneOf.Count: 0 } part && !part.Keys.Any(k => k.Required)) Entry(null, part, at);
            else if (key.Default is not null) _found.Add(new UsedDefault(at, key.Default));
        }
    }

    /// <summary>False for keys of rules that are not in force.</summary>
    private static bool IsUsed(Map? map, EntryShape shape, Key key)
    {
        if (shape == PriceRuleKeys.Shape) return !PriceRuleKeys.IsIdle(key, map.Text(PriceRuleKeys.Rule));
        return shape != PartnershipKeys.Shape || key == PartnershipKeys.Rule || map.Text(PartnershipKeys.Rule) != PartnershipRule.Scripted;
    }

    private void Value(Node value, Shape shape, string path)
    {
        if (shape is EitherShape either && either.Forms.FirstOrDefault(f => f.Fits(value)) is { } form) Value(value, form, path);
        if (shape is EntryShape entry && value is Map map) Entry(map, entry, path);
        if (shape is MapShape named && value is Map entries)
            foreach (var part in entries.Named()) Value(part.Value, named.Value, $"{path}.{part.Name}");
    }
}
