using System.Diagnostics;

namespace VirtAlliance.Silo.Web;

/// <summary>An answer that all who ask within a while share, so that many viewers cost no more than one; the dearer it is, the longer the while.</summary>
internal sealed class Sparing<T>(Func<Task<T>> ask)
{
    /// <summary>An answer costs at most this part of a core's time.</summary>
    private const double MostOfACore = 0.02;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(400);

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
        var pause = Stopwatch.GetElapsedTime(began) / MostOfACore;
        Volatile.Write(ref _until, Stopwatch.GetTimestamp() + (long)((pause > Shortest ? pause : Shortest).TotalSeconds * Stopwatch.Frequency));
        return answer;
    }
}
