using System.Diagnostics.Metrics;

namespace VirtAlliance.Grains.Hosting;

/// <summary>How many grains are in this process's memory, by the runtime's own meter.</summary>
internal sealed class ActivationCount : IDisposable
{
    private const string Meter = "Microsoft.Orleans", Instrument = "orleans-catalog-activations";

    private readonly MeterListener _listener = new();
    private long _count;

    public ActivationCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name == Instrument) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, value, _, _) => _count += value);
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _count += value);
        _listener.Start();
    }

    /// <summary>As of now.</summary>
    public long Read()
    {
        _count = 0;
        _listener.RecordObservableInstruments();
        return _count;
    }

    public void Dispose() => _listener.Dispose();
}
