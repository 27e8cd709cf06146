namespace VirtAlliance.Scenarios.Claims;

/// <summary>What a study says of a claim.</summary>
public enum Verdict
{
    /// <summary>Too few replicates, or none of the others.</summary>
    Open,

    /// <summary>Borne out: the interval's lower end is above 0.9.</summary>
    Holds,

    /// <summary>Not borne out: the interval's upper end is below 0.1.</summary>
    Fails,

    /// <summary>The interval lies wholly above 0.67.</summary>
    Likely,

    /// <summary>The interval lies wholly below 0.33.</summary>
    Unlikely,

    /// <summary>Put in by hand, not judged.</summary>
    Given,
}

/// <summary>A claim with its verdict over paired replicates. A row of the table <c>claims</c>.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Says">The claim in words.</param>
/// <param name="Verdict">What the study says of it.</param>
/// <param name="Probability">Share of the replicates that bear it out, in [0, 1]; null: not known, or given.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval of the probability.</param>
/// <param name="High">Upper end.</param>
/// <param name="Median">Of the measure over the replicates where it has a value, in its unit; null: it has none.</param>
/// <param name="P05">5th percentile of the measure.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="Replicates">In which the measure is known.</param>
public sealed record ClaimVerdict(
    string Claim, string Says, Verdict Verdict, double? Probability, double? Low, double? High, double? Median, double? P05, double? P95, int Replicates);
