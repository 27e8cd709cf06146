namespace VirtAlliance.Contracts.Runs;

/// <summary>A newer coordinator has taken over the run; whoever gets this must stop.</summary>
[GenerateSerializer, Alias("va.stale-epoch")]
public sealed class StaleEpochException : Exception
{
    /// <summary>Says who was refused by whom.</summary>
    public StaleEpochException(string grain, long epoch, long known) : base($"{grain} serves epoch {known} of its run; epoch {epoch} is over")
    {
    }
}
