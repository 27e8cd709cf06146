namespace VirtAlliance.Contracts.Runs;

/// <summary>Where a run is when a grain is asked; with the grain's key and the method, (run, epoch, quarter, phase).</summary>
/// <param name="Epoch">Of the coordinator that asks, or on whose behalf is asked.</param>
/// <param name="Quarter">−1: before quarter 0.</param>
[GenerateSerializer, Immutable, Alias("va.step")]
public readonly record struct Step(long Epoch, int Quarter);
