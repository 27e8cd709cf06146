using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>A point at which a claim goes one way; or, where none was found, the one that came nearest.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Holds">The way that was looked for: true, that the claim holds.</param>
/// <param name="Found">False: no point goes that way.</param>
/// <param name="Measure">The claim's measure at the point, in its own unit.</param>
/// <param name="InBands">True if four in five of the observations to fit lie in their bands there; null: there is none to fit.</param>
/// <param name="Moved">The uncertain numbers that are not at the file's own value; empty: the file as it is.</param>
public sealed record ClaimPoint(string Claim, bool Holds, bool Found, double Measure, bool? InBands, ImmutableArray<MovedNumber> Moved);

/// <summary>An uncertain number away from the file's own value.</summary>
/// <param name="Path">Which.</param>
/// <param name="IsScale">True: a factor of the file's number.</param>
/// <param name="Value">The number, or the factor; inside its distribution.</param>
public readonly record struct MovedNumber(string Path, bool IsScale, double Value);
