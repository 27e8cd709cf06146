using System.Collections.Immutable;

namespace VirtAlliance.Model.Pricing;

/// <summary>Prices did not settle.</summary>
public sealed class PricingDivergedException(int steps, ImmutableArray<int> products)
    : Exception($"prices of products {string.Join(", ", products)} still move after {steps} steps")
{
    /// <summary>Indexes of the products whose prices still move.</summary>
    public ImmutableArray<int> Products { get; } = products;
}
