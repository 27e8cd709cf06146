namespace VirtAlliance.Model.Definition;

/// <summary>All that a run's digest depends on, besides the model's version.</summary>
/// <param name="InForce">The market that trades: one arm.</param>
/// <param name="Opening">The market before any arm's changes. Likings, conduct and first products come from it, so that all arms share them.</param>
/// <param name="Seed">First word of every draw's key.</param>
/// <param name="Replicate">Second word of every draw's key; 0 is the first.</param>
public sealed record RunDefinition(MarketDefinition InForce, MarketDefinition Opening, uint Seed, uint Replicate);
