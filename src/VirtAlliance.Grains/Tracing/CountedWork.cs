using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Tracing;

/// <summary>Adds up what this process counts, so that it can be told without a collector.</summary>
internal sealed class CountedWork : IDisposable
{
    private const string Runtime = "Microsoft.Orleans", Sent = "orleans-messaging-sent-messages-size", Direction = "ConnectionDirection", BetweenSilos = "SiloToSilo";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, StrongCount> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhaseTime> _phases = new(StringComparer.Ordinal);
    private long _messages;

    public CountedWork()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meters.Name || (instrument.Meter.Name == Runtime && instrument.Name == Sent)) listener.EnableMeasurementEvents(instrument, Count(instrument.Name));
        };
        _listener.SetMeasurementEventCallback<long>(static (_, value, _, count) => ((StrongCount)count!).Add(value));
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => NotePhase(seconds, tags));
        _listener.SetMeasurementEventCallback<int>((_, _, tags, _) => NoteMessage(tags));
        _listener.Start();
    }

    /// <summary>As of now.</summary>
    public SiloCounts Read() => new(
        Count("va.decisions").Value, Count("va.quarters").Value, Count("va.runs").Value, Count("va.retries").Value, Count("va.replays").Value, Count("va.ledger.records").Value,
        Count("va.ledger.commits").Value, Interlocked.Read(ref _messages), Environment.WorkingSet, Math.Round(Environment.CpuUsage.TotalTime.TotalSeconds, 2),
        _phases.ToImmutableSortedDictionary(p => p.Key, p => p.Value with { Seconds = Math.Round(p.Value.Seconds, 3) }, StringComparer.Ordinal));

    public void Dispose() => _listener.Dispose();

    private StrongCount Count(string instrument) => _counts.GetOrAdd(instrument, static _ => new StrongCount());

    private void NotePhase(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length != 1 || tags[0].Value is not string phase) return;
        _phases.AddOrUpdate(phase, static (_, took) => new PhaseTime(1, took), static (_, sum, took) => new PhaseTime(sum.Times + 1, sum.Seconds + took), seconds);
    }

    private void NoteMessage(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            if (tag.Key == Direction && BetweenSilos.Equals(tag.Value)) Interlocked.Increment(ref _messages);
    }

    private sealed class StrongCount
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add(long value) => Interlocked.Add(ref _value, value);
    }
}
