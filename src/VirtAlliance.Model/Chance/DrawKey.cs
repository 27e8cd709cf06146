namespace VirtAlliance.Model.Chance;

/// <summary>Key of every draw of a run: arms share it, replicates do not.</summary>
public readonly record struct DrawKey(uint Seed, uint Replicate);
