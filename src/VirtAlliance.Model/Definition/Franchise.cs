namespace VirtAlliance.Model.Definition;

/// <summary>A vendor's hold on a customer in an adjacent market (a Linux subscription, a Windows licence).</summary>
public sealed record Franchise
{
    /// <summary>Index of the vendor that owns it at the opening.</summary>
    public required int Vendor { get; init; }

    /// <summary>Utility of the owner's products to its holders [utils].</summary>
    public double CrossSell { get; init; }

    /// <summary>Probability that a customer who orders the owner's product wins it, in [0, 1].</summary>
    public double WinProbability { get; init; }

    /// <summary>[cents per seat and quarter held]</summary>
    public double IncomeCents { get; init; }

    /// <summary>Franchises of one family exclude each other. By default a family of its own, named after the vendor.</summary>
    public required string Family { get; init; }
}
