using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VirtAlliance.Model.Definition;

/// <summary>A market as one run sees it: a scenario with its defaults filled in and one arm, all overrides and one draw of the uncertain parameters applied.</summary>
/// <remarks>
/// Technologies, vendors, franchises, segments and alliances stand in the ordinal order of their ids, whatever the file's order; products stand in the file's order.
/// All cross-references are indexes into these arrays. Quarters are numbers, 0 being <see cref="Starts"/>.
/// </remarks>
public sealed record MarketDefinition
{
    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The calendar quarter of quarter 0.</summary>
    public required Quarter Starts { get; init; }

    /// <summary>How many quarters a run trades; at least 1.</summary>
    public required int Quarters { get; init; }

    /// <summary>Weight of the next quarter's profit against this one's, in (0, 1].</summary>
    public required double Discount { get; init; }

    /// <summary>Share of the switching cost that full openness takes away between products of one technology, in [0, 1].</summary>
    public required double Portability { get; init; }

    /// <summary>In ordinal order of id.</summary>
    public required ImmutableArray<Technology> Technologies { get; init; }

    /// <summary>In ordinal order of id.</summary>
    public required ImmutableArray<Vendor> Vendors { get; init; }

    /// <summary>In the file's order; 1 to 254 of them.</summary>
    public required ImmutableArray<Product> Products { get; init; }

    /// <summary>In ordinal order of the vendor's id; at most eight.</summary>
    public required ImmutableArray<Franchise> Franchises { get; init; }

    /// <summary>In ordinal order of id.</summary>
    public required ImmutableArray<Segment> Segments { get; init; }

    /// <summary>In ordinal order of id.</summary>
    public required ImmutableArray<Alliance> Alliances { get; init; }

    /// <summary>By quarter, then in the order of <see cref="MarketEvent"/>'s kinds and their subjects' ids: never the file's order.</summary>
    public required ImmutableArray<MarketEvent> Events { get; init; }

    /// <summary>How the file orders what stands in ordinal order here; null: likewise. For the rows of tables only: nothing that happens in the market depends on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TableOrder? TableOrder { get; init; }
}
