using System.Globalization;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Contracts.Runs;

/// <summary>Keys of a run's grains: ids joined by slashes, the run's first; a run's id holds none.</summary>
public static class GrainKeys
{
    /// <summary>run/vendor or run/alliance.</summary>
    public static string Of(string run, string id) => $"{run}/{id}";

    /// <summary>run/territory.</summary>
    public static string Of(string run, int territory) => string.Create(CultureInfo.InvariantCulture, $"{run}/{territory}");

    /// <summary>run/territory/segment/block.</summary>
    public static string Of(string run, BlockId block) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}/{block.Territory}/{block.Segment}/{block.Index}");

    /// <summary>The run that a key belongs to.</summary>
    public static string Run(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }

    /// <summary>What follows the run: id of a vendor or alliance.</summary>
    public static string Id(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The territory of a distributor or segment.</summary>
    public static int Territory(string key) => Number(Id(key).Split('/')[0]);

    /// <summary>The block of a segment grain.</summary>
    public static BlockId Block(string key)
    {
        var parts = Id(key).Split('/');
        return new BlockId(Number(parts[1]), Number(parts[2]), Number(parts[0]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
