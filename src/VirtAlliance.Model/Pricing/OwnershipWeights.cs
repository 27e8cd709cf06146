using System.Collections.Immutable;

namespace VirtAlliance.Model.Pricing;

/// <summary>H: the weight of one product's profit in the price of another.</summary>
public sealed class OwnershipWeights
{
    private readonly ImmutableArray<double> _weights;

    private OwnershipWeights(int products, ImmutableArray<double> weights) => (Products, _weights) = (products, weights);

    /// <summary>Number of products.</summary>
    public int Products { get; }

    /// <summary>Weight of the profit on <paramref name="other"/> for whoever prices <paramref name="product"/>.</summary>
    public double this[int product, int other] => _weights[product * Products + other];

    /// <summary>1 within a vendor, 0 between vendors.</summary>
    /// <param name="owners">Per product whose it is.</param>
    public static OwnershipWeights ByOwner(params ReadOnlySpan<int> owners)
    {
        var n = owners.Length;
        var weights = new double[n * n];
        for (var j = 0; j < n; j++)
            for (var l = 0; l < n; l++) weights[j * n + l] = owners[j] == owners[l] ? 1 : 0;
        return new OwnershipWeights(n, [.. weights]);
    }
}
