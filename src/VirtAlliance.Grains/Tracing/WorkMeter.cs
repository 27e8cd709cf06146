using System.Diagnostics;
using System.Diagnostics.Metrics;
using Orleans.Providers;
using VirtAlliance.Contracts.Measures;

namespace VirtAlliance.Grains.Tracing;

/// <summary>Tells what this node has done, by its meters and the operating system. It listens from the first question on.</summary>
public sealed class WorkMeter : IControllable, IDisposable
{
    /// <summary>To ask for it by, through the management grain.</summary>
    public const string Name = "va.work";

    private const string Runtime = "Microsoft.Orleans", Latency = "orleans-app-requests-latency", Sent = "orleans-messaging-sent-messages-size";
    private const string Direction = "ConnectionDirection", BetweenSilos = "SiloToSilo";

    private readonly Lock _starting = new();
    private MeterListener? _listener;
    private long _kernelTicks;
    private long _calls;
    private long _messages;
    private long _bytes;

    /// <summary>A <see cref="SiloWork"/>, whatever the command.</summary>
    public Task<object?> ExecuteCommand(int command, object? arg)
    {
        lock (_starting) _listener ??= Listen();
        using var process = Process.GetCurrentProcess();
        return Task.FromResult<object?>(new SiloWork(
            process.TotalProcessorTime, Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _kernelTicks)), Interlocked.Read(ref _calls),
            Interlocked.Read(ref _messages), Interlocked.Read(ref _bytes), process.WorkingSet64, process.PeakWorkingSet64,
            GC.CollectionCount(0), GC.GetTotalPauseDuration()));
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener?.Dispose();

    private MeterListener Listen()
    {
        var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (Counts(instrument)) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _calls));
        listener.SetMeasurementEventCallback<long>((_, ticks, _, _) => Interlocked.Add(ref _kernelTicks, ticks));
        listener.SetMeasurementEventCallback<int>((_, bytes, tags, _) => Note(bytes, tags));
        listener.Start();
        return listener;
    }

    private static bool Counts(Instrument instrument) =>
        instrument.Name is Latency or Sent ? instrument.Meter.Name == Runtime : instrument.Name == Meters.KernelTime;

    private void Note(int bytes, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            if (tag.Key == Direction && BetweenSilos.Equals(tag.Value))
            {
                Interlocked.Increment(ref _messages);
                Interlocked.Add(ref _bytes, bytes);
            }
    }
}
