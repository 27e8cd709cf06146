namespace VirtAlliance.Contracts.Runs;

/// <summary>What a receiver must hold from a sender before it acts.</summary>
/// <param name="Sender">Territory, vendor or alliance.</param>
/// <param name="Count">Deliveries in the round.</param>
/// <param name="Total">Seat-quarters of purchase orders, cents of messages.</param>
[GenerateSerializer, Immutable, Alias("va.expected")]
public readonly record struct Expected(string Sender, int Count, long Total);
