using System.Diagnostics;

namespace VirtAlliance.Grains.Runs;

/// <summary>How fast a run advances: over its last quarters, so that one that waited does not hide what is usual.</summary>
internal sealed class Pace
{
    private const int Quarters = 16;

    private readonly Queue<long> _ends = new([Stopwatch.GetTimestamp()]);

    /// <summary>A quarter was closed; the quarters per second of late.</summary>
    public double Step()
    {
        if (_ends.Count > Quarters) _ends.Dequeue();
        var first = _ends.Peek();
        _ends.Enqueue(Stopwatch.GetTimestamp());
        return (_ends.Count - 1) / Math.Max(Stopwatch.GetElapsedTime(first).TotalSeconds, 1e-6);
    }
}
