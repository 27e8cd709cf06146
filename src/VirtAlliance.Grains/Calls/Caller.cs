using System.Runtime.ExceptionServices;
using VirtAlliance.Grains.Tracing;

namespace VirtAlliance.Grains.Calls;

/// <summary>A grain's calls to many others: a bounded number in flight, those that fail in passing repeated.</summary>
internal sealed class Caller(int inFlight)
{
    /// <summary>Calls that had to be repeated so far.</summary>
    public int Retries { get; private set; }

    /// <summary>Calls every target once and returns the answers in the targets' order; on a failure that does not pass, the first of them, after the calls in flight have come to rest.</summary>
    public async Task<TAnswer[]> All<TTarget, TAnswer>(
        IReadOnlyList<TTarget> targets, Func<TTarget, int, Task<TAnswer>> call, CancellationToken cancellation = default)
    {
        var (answers, calls) = (new TAnswer[targets.Count], new Task<TAnswer>[targets.Count]);
        Exception? failure = null;
        for (int next = 0, i = 0; i < calls.Length; i++)
        {
            for (; next < calls.Length && next < i + inFlight && failure is null && !cancellation.IsCancellationRequested; next++) calls[next] = call(targets[next], next);
            if (i == next) break;
            try
            {
                answers[i] = await Patiently(calls[i], call, targets[i], i, cancellation);
            }
            catch (Exception e)
            {
                failure ??= e;
            }
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        cancellation.ThrowIfCancellationRequested();
        return answers;
    }

    /// <summary>Like <see cref="All{TTarget,TAnswer}"/>, for calls without an answer.</summary>
    public Task All<TTarget>(IReadOnlyList<TTarget> targets, Func<TTarget, int, Task> call, CancellationToken cancellation = default) =>
        All(targets, async (target, i) => { await call(target, i); return true; }, cancellation);

    private async ValueTask<TAnswer> Patiently<TTarget, TAnswer>(
        Task<TAnswer> first, Func<TTarget, int, Task<TAnswer>> call, TTarget target, int index, CancellationToken cancellation)
    {
        try
        {
            return await first;
        }
        catch (Exception e) when (Passing.Is(e))
        {
            Traces.Retried(e);
            return await Passing.Repeat(() => { Retries++; Meters.Retries.Add(1); return call(target, index); }, cancellation);
        }
    }
}
