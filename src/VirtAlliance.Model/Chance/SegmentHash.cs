using System.Text;

namespace VirtAlliance.Model.Chance;

/// <summary>FNV-1a, 32 bits, of a segment's id in UTF-8: its word in every draw's counter.</summary>
/// <remarks>Fowler, Noll and Vo: offset basis 2166136261, prime 16777619.</remarks>
public static class SegmentHash
{
    /// <summary>The hash of <paramref name="segmentId"/>.</summary>
    public static uint Of(string segmentId)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(segmentId)) hash = unchecked((hash ^ octet) * 16777619u);
        return hash;
    }
}
