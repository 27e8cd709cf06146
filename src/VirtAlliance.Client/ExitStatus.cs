namespace VirtAlliance.Client;

/// <summary>What the console returns to its caller.</summary>
internal static class ExitStatus
{
    public const int Done = 0, Failed = 1, Unusable = 2, Cancelled = 130;
}
