namespace VirtAlliance.Model.Definition;

/// <summary>One vendor's offer on one technology.</summary>
public sealed record Product
{
    /// <summary>Unique among products.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the vendor that sells it at the opening.</summary>
    public required int Vendor { get; init; }

    /// <summary>Index of its technology.</summary>
    public required int Technology { get; init; }

    /// <summary>Opening price [cents per seat and quarter], at least 0.</summary>
    public required long PriceCents { get; init; }

    /// <summary>[cents per seat and quarter], at least 0.</summary>
    public double UnitCostCents { get; init; }

    /// <summary>The product's own quality, on top of its technology's.</summary>
    public double Quality { get; init; }

    /// <summary>First quarter on offer.</summary>
    public int Enters { get; init; }

    /// <summary>First quarter no longer on offer; <see cref="int.MaxValue"/>: never.</summary>
    public int Withdrawn { get; init; } = int.MaxValue;
}
