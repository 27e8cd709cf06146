namespace VirtAlliance.Contracts.Ledger;

/// <summary>Something that took time in a trace.</summary>
/// <param name="Trace">The trace, 32 hex digits; a quarter is one.</param>
/// <param name="Span">16 hex digits.</param>
/// <param name="Parent">What it is part of; null at the root.</param>
/// <param name="Name">Such as <c>va.phase</c> or <c>IVendorGrain/Settle</c>.</param>
/// <param name="Silo">Name of the node it happened on.</param>
/// <param name="Run">The run it is about, where it says so.</param>
/// <param name="Quarter">The quarter it is about, where it says so.</param>
/// <param name="BeganUtc">By the node's own clock.</param>
/// <param name="Took">How long.</param>
/// <param name="Text">What else it says, JSON: <c>{ kind, tags, events, links, error }</c>.</param>
public sealed record SpanRow(
    string Trace, string Span, string? Parent, string Name, string Silo, string? Run, int? Quarter, DateTime BeganUtc, TimeSpan Took, string Text);
