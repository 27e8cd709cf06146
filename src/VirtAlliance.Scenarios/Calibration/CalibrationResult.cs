using System.Collections.Immutable;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.History;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>A free number before and after.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsScale">True: a factor of the file's number.</param>
/// <param name="Start">The file's own value; 1 for a scale.</param>
/// <param name="Value">The calibrated value.</param>
/// <param name="Probability">Where it lies in its own distribution: 0.5 is the median, near 0 or 1 an end.</param>
public sealed record FittedNumber(string Path, bool IsScale, double Start, double Value, double Probability);

/// <summary>An observation, and what the model makes of it; means over replicates.</summary>
/// <param name="Row">What was observed.</param>
/// <param name="Start">With the file's own values; NaN: no value.</param>
/// <param name="Fitted">With the calibrated values.</param>
public sealed record FittedRow(HistoryRow Row, double Start, double Fitted)
{
    /// <summary>True if the calibrated share lies in the band.</summary>
    public bool IsInBand => Fitted >= Row.Low && Fitted <= Row.High;
}

/// <summary>A point that the search tried.</summary>
/// <param name="Values">Per free number.</param>
/// <param name="Distance">Less is better; see <see cref="HistoryDistance"/>.</param>
public sealed record TriedPoint(ImmutableArray<double> Values, double Distance);

/// <summary>A claim over all points, and over those inside the bands.</summary>
/// <param name="All">Over every point drawn.</param>
/// <param name="InBands">Over the points at which at least four in five of the observations to fit lie in their bands.</param>
public sealed record BandVerdict(ClaimVerdict All, ClaimVerdict InBands)
{
    /// <summary>True if the bands alone change what is said.</summary>
    public bool Changes => All.Verdict != InBands.Verdict;
}

/// <summary>What a calibration found.</summary>
public sealed record CalibrationResult
{
    /// <summary>What was asked for.</summary>
    public required CalibrationRequest Request { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The arm that is history.</summary>
    public required string Arm { get; init; }

    /// <summary>The calendar quarter of quarter 0.</summary>
    public required Model.Definition.Quarter Starts { get; init; }

    /// <summary>First word of every draw's key.</summary>
    public required uint Seed { get; init; }

    /// <summary>In the order of the file.</summary>
    public required ImmutableArray<FittedNumber> Numbers { get; init; }

    /// <summary>All observations, in the order of the file.</summary>
    public required ImmutableArray<FittedRow> Rows { get; init; }

    /// <summary>In the order they were tried; the first is the file's own.</summary>
    public required ImmutableArray<TriedPoint> Tried { get; init; }

    /// <summary>Elasticity of the whole market at the opening, with the calibrated values; null: no demand.</summary>
    public double? Elasticity { get; init; }

    /// <summary>Points inside the bands, of <see cref="CalibrationRequest.Points"/>.</summary>
    public int PointsInBands { get; init; }

    /// <summary>Per claim; empty if no points were asked for.</summary>
    public ImmutableArray<BandVerdict> Claims { get; init; } = [];

    /// <summary>The best distance that was found.</summary>
    public double Best => Tried.Min(t => t.Distance);
}
