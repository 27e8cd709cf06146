using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Calls;

/// <summary>Lets a grain serve one coordinator of its run at a time: the one with the highest epoch.</summary>
internal sealed class Fence(string grain)
{
    private long _epoch;

    /// <summary>Adopts a newer epoch.</summary>
    /// <exception cref="StaleEpochException">The epoch is older than one admitted before.</exception>
    public void Admit(long epoch)
    {
        if (epoch < _epoch) throw new StaleEpochException(grain, epoch, _epoch);
        _epoch = epoch;
    }
}
