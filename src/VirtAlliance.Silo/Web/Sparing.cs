using System.Diagnostics;

namespace VirtAlliance.Silo.Web;

/// <summary>An answer that all who ask within a while share, so that many viewers cost no more than one; the dearer it is, the longer the while, up to some seconds.</summary>
internal sealed class Sparing<T>(Func<Task<T>> ask)
{
    /// <summary>Of the time, as long as that keeps nobody waiting.</summary>
    private const double MostOfTheTime = 0.02;

    /// <summary>On a busy machine any answer takes long: viewers are not to wait for that.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(400), Longest = TimeSpan.FromSeconds(2);

    private readonly Lock _asking = new();
    private Task<T>? _answer;
    private long _until;

    /// <summary>The answer, at most so old.</summary>
    public Task<T> Get()
    {
        lock (_asking)
        {
            if (_answer is { IsCompleted: false } or { IsCompletedSuccessfully: true } && (!_answer.IsCompleted || Stopwatch.GetTimestamp() < _until)) return _answer;
            return _answer = Ask();
        }
    }

    private async Task<T> Ask()
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await Task.Run(ask);
        var pause = TimeSpan.FromTicks(Math.Clamp((Stopwatch.GetElapsedTime(began) / MostOfTheTime).Ticks, Shortest.Ticks, Longest.Ticks));
        Volatile.Write(ref _until, Stopwatch.GetTimestamp() + (long)(pause.TotalSeconds * Stopwatch.Frequency));
        return answer;
    }
}
