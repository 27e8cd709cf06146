using System.Collections.Immutable;

namespace VirtAlliance.Model.Definition;

/// <summary>What products are built on.</summary>
public sealed record Technology
{
    /// <summary>Unique among technologies.</summary>
    public required string Id { get; init; }

    /// <summary>In [0, 1].</summary>
    public double Openness { get; init; }

    /// <summary>Quality at the opening, in units of the customers' quality taste.</summary>
    public double Quality { get; init; }

    /// <summary>Knowledge stock at the opening [USD], above 0.</summary>
    public double KnowledgeUsd { get; init; } = 1e6;

    /// <summary>Quality gained per unit of ln(knowledge / opening knowledge).</summary>
    public double Learning { get; init; }

    /// <summary>Share of the knowledge stock that wears off in a quarter, in [0, 1).</summary>
    public double Depreciation { get; init; }

    /// <summary>What the technology's community adds in a quarter [USD]; by default what wears off at the opening.</summary>
    public double CommunityUsd { get; init; }

    /// <summary>Per technology: the share of its effective research that this one gains too.</summary>
    public ImmutableArray<double> Spillover { get; init; } = [];
}
