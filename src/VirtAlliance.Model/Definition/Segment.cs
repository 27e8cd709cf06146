using System.Collections.Immutable;

namespace VirtAlliance.Model.Definition;

/// <summary>Mean and standard deviation of a taste over a segment's customers.</summary>
public readonly record struct Taste(double Mean, double Spread);

/// <summary>A population of customers with one taste distribution.</summary>
public sealed record Segment
{
    /// <summary>Unique among segments.</summary>
    public required string Id { get; init; }

    /// <summary>Customers in quarter 0; at least 1.</summary>
    public required long Customers { get; init; }

    /// <summary>Newcomers a quarter, as a fraction of <see cref="Customers"/>; at least 0.</summary>
    public double Growth { get; init; }

    /// <summary>Real seats that each simulated seat stands for; at least 1.</summary>
    public long StandsFor { get; init; } = 1;

    /// <summary>Median seats of a customer's estate.</summary>
    public double SeatsMedian { get; init; } = 1;

    /// <summary>Standard deviation of ln seats.</summary>
    public double SeatsSpread { get; init; }

    /// <summary>Length of a contract; at least 1.</summary>
    public int ContractQuarters { get; init; } = 4;

    /// <summary>Bass's p: probability a quarter that a customer without a product tries on its own.</summary>
    public double Innovation { get; init; } = 0.003;

    /// <summary>Bass's q: the same per share of customers with a product.</summary>
    public double Imitation { get; init; } = 0.17;

    /// <summary>ln of utils per 100 USD per seat and quarter.</summary>
    public Taste PriceTaste { get; init; }

    /// <summary>Utils per unit of quality.</summary>
    public Taste QualityTaste { get; init; } = new(1, 0);

    /// <summary>Utils at full openness.</summary>
    public Taste OpennessTaste { get; init; }

    /// <summary>Utils lost by switching; a negative draw counts as zero.</summary>
    public Taste SwitchingCost { get; init; } = new(1, 0);

    /// <summary>Utils at a technology's network share of 1.</summary>
    public double NetworkTaste { get; init; }

    /// <summary>Share-weighted mean utility of the solved products at the opening [utils].</summary>
    public double InsideValue { get; init; } = 0.5;

    /// <summary>Share of customers that hold each franchise at birth.</summary>
    public required ImmutableArray<double> FranchiseShares { get; init; }

    /// <summary>Reach r of each product, in [0, 1]; 0: not to be had here.</summary>
    public required ImmutableArray<double> Reach { get; init; }

    /// <summary>Shares of customers at the opening: one per product, then none; sum 1.</summary>
    public required ImmutableArray<double> Shares { get; init; }

    /// <summary>Stated liking of each product [utils]; null: solved from the shares.</summary>
    public required ImmutableArray<double?> Liking { get; init; }

    /// <summary>Customers in quarter <paramref name="quarter"/>: N(0) + ⌊N(0)·growth·quarter⌋.</summary>
    public long CustomersAt(int quarter) => Customers + (long)Math.Floor(Customers * Growth * quarter);
}
