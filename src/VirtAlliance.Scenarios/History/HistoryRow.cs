using System.Collections.Immutable;

namespace VirtAlliance.Scenarios.History;

/// <summary>An observed share, to calibrate to or to hold out.</summary>
/// <param name="At">Quarter number.</param>
/// <param name="Subjects">Whose share: the sum of theirs.</param>
/// <param name="Of">Of what.</param>
/// <param name="Among">Of which whole.</param>
/// <param name="Low">Lower end of what was observed, in [0, 1].</param>
/// <param name="High">Upper end; at least <paramref name="Low"/>.</param>
/// <param name="HoldOut">True: for testing only; false: to fit.</param>
public sealed record HistoryRow(int At, ImmutableArray<Claims.Subject> Subjects, Claims.ShareOf Of, Claims.ShareAmong Among, double Low, double High, bool HoldOut);
