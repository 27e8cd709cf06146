namespace VirtAlliance.Model.Opening;

/// <summary>No likings reproduce a segment's stated shares.</summary>
public sealed class LikingsDivergedException(string segment)
    : Exception($"the likings of segment '{segment}' do not settle within 1,000 steps: its shares cannot be reached from its tastes and reach")
{
    /// <summary>Id of the segment.</summary>
    public string Segment { get; } = segment;
}
