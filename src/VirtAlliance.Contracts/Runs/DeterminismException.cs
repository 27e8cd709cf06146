namespace VirtAlliance.Contracts.Runs;

/// <summary>The same was worked out twice with different results: the run stops, and nothing is overwritten.</summary>
[GenerateSerializer, Alias("va.determinism")]
public sealed class DeterminismException : Exception
{
    /// <summary>Names what differs, and both hashes.</summary>
    public DeterminismException(string what, int quarter, string kept, string offered)
        : base($"{what} of quarter {quarter} differs from what it was before: {kept} is kept, {offered} was offered")
    {
    }
}
