using Orleans.Runtime;
using Polly;
using Polly.Retry;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Grains.Calls;

/// <summary>Failures that pass by themselves once the cluster has found a new place for a grain, or the store is back. Orleans does not repeat such calls; this does.</summary>
internal static class Passing
{
    private static readonly ResiliencePipeline Patience = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = static outcome => ValueTask.FromResult(Is(outcome.Outcome.Exception)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromMilliseconds(500),
            MaxRetryAttempts = 60,
        })
        .Build();

    /// <summary>True for rejections, unavailable nodes, time-outs, and a store whose server has gone away for now.</summary>
    public static bool Is(Exception? failure) => failure is OrleansMessageRejectionException or TimeoutException or RunStoreException { Passes: true };

    /// <summary>Calls until it succeeds, fails for good, or half a minute of attempts is over.</summary>
    public static async Task<T> Repeat<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancellation);   // stays on the grain's scheduler
        try
        {
            return await Patience.ExecuteAsync(static async (_, call) => await call(), context, call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
