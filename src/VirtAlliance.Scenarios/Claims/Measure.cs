using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>A figure of one arm, or of one arm against another.</summary>
public abstract record Measure;

/// <summary>One measure over another.</summary>
public sealed record RatioMeasure(Measure Numerator, Measure Denominator) : Measure;

/// <summary>One measure less another.</summary>
public sealed record DifferenceMeasure(Measure Minuend, Measure Subtrahend) : Measure;

/// <summary>The least of several measures: above a bound if all of them are.</summary>
public sealed record LeastMeasure(ImmutableArray<Measure> Of) : Measure;

/// <summary>The largest of several measures: below a bound if all of them are.</summary>
public sealed record MostMeasure(ImmutableArray<Measure> Of) : Measure;

/// <summary>A named figure of a subject.</summary>
public sealed record FigureMeasure : Measure
{
    /// <summary>Which figure.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Whose.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Name of the arm it is taken in.</summary>
    public required string Arm { get; init; }

    /// <summary>Name of the arm it is compared with: stated, or the baseline where <see cref="Kind"/> compares; null: no comparison. For other kinds a stated one means the figure in <see cref="Arm"/> less the figure here.</summary>
    public string? Against { get; init; }

    /// <summary>Quarter number; null: not stated (the last quarter, for stocks).</summary>
    public int? At { get; init; }

    /// <summary>First quarter of a span; null: the first of the run.</summary>
    public int? From { get; init; }

    /// <summary>Last quarter of a span; null: the last of the run.</summary>
    public int? To { get; init; }

    /// <summary>Id of the segment it is limited to; null: all.</summary>
    public string? Segment { get; init; }

    /// <summary>share: of what.</summary>
    public ShareOf Of { get; init; } = ShareOf.Seats;

    /// <summary>share: among products only, or with <c>none</c> in the whole.</summary>
    public ShareAmong Among { get; init; } = ShareAmong.Products;

    /// <summary>Id of the alliance that gain-share, gain-lead and regret are about; null: not needed.</summary>
    public string? Alliance { get; init; }

    /// <summary>regret: which of the three.</summary>
    public RegretKind Regret { get; init; }

    /// <summary>cross-sell-lift: id of the vendor whose franchise is meant; the product is the subject.</summary>
    public string? FranchiseVendor { get; init; }
}

/// <summary>What a measure is about.</summary>
/// <param name="Kind">Which sort of thing.</param>
/// <param name="Id">Its id; empty for <see cref="SubjectKind.None"/>, <see cref="SubjectKind.All"/>, <see cref="SubjectKind.ByVendor"/> and <see cref="SubjectKind.ByTechnology"/>.</param>
public readonly record struct Subject(SubjectKind Kind, string Id);

/// <summary>The sorts of subjects.</summary>
public enum SubjectKind
{
    /// <summary>A product.</summary>
    Product,

    /// <summary>A vendor.</summary>
    Vendor,

    /// <summary>A technology.</summary>
    Technology,

    /// <summary>Seats that run nothing (share).</summary>
    None,

    /// <summary>An alliance.</summary>
    Alliance,

    /// <summary>A segment (surplus, price-effect).</summary>
    Segment,

    /// <summary>All segments (surplus, price-effect).</summary>
    All,

    /// <summary>hhi over vendors.</summary>
    ByVendor,

    /// <summary>hhi over technologies.</summary>
    ByTechnology,
}

/// <summary>What a share is of.</summary>
public enum ShareOf
{
    /// <summary>Seats in use at quarter's end.</summary>
    Seats,

    /// <summary>Seats ordered.</summary>
    Orders,

    /// <summary>Bookings.</summary>
    Bookings,
}

/// <summary>What a share's whole is.</summary>
public enum ShareAmong
{
    /// <summary>All products; <c>none</c> left out.</summary>
    Products,

    /// <summary>All seats, those that run nothing included.</summary>
    Market,
}

/// <summary>Three different regrets of a vendor in an alliance.</summary>
public enum RegretKind
{
    /// <summary>All in, less no alliance.</summary>
    Existence,

    /// <summary>All in, less all but the vendor in.</summary>
    Participation,

    /// <summary>All in, less all in with the vendor's dues at zero.</summary>
    Strategic,
}
