using System.Diagnostics.Metrics;

namespace VirtAlliance.Grains.Tests.Traffic;

/// <summary>Messages that nodes of this process send to each other, by Orleans' own meter.</summary>
internal sealed class SentMessages : IDisposable
{
    private const string Meter = "Microsoft.Orleans", Instrument = "orleans-messaging-sent-messages-size", Direction = "ConnectionDirection", BetweenSilos = "SiloToSilo";

    private readonly MeterListener _listener = new();
    private long _count;

    public SentMessages()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name == Instrument) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
                if (tag.Key == Direction && BetweenSilos.Equals(tag.Value)) Interlocked.Increment(ref _count);
        });
        _listener.Start();
    }

    /// <summary>So far.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
