namespace VirtAlliance.Model.Firms;

/// <summary>What is known of a technology at quarter's end.</summary>
/// <param name="KnowledgeUsd">Knowledge stock.</param>
/// <param name="Quality">q: its quality for next quarter's products, shocks up to now included.</param>
public readonly record struct TechnologyState(double KnowledgeUsd, double Quality);
