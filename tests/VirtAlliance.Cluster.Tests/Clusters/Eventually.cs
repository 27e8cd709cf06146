namespace VirtAlliance.Cluster.Tests.Clusters;

internal static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns as soon as it is so.</summary>
    /// <exception cref="TimeoutException">It has not come to pass in time; says what was waited for.</exception>
    public static Task So(string what, TimeSpan patience, Func<bool> isSo) => So(what, patience, () => Task.FromResult(isSo()));

    /// <inheritdoc cref="So(string,TimeSpan,Func{bool})"/>
    public static async Task So(string what, TimeSpan patience, Func<Task<bool>> isSo)
    {
        using var enough = new CancellationTokenSource(patience);
        while (!await isSo())
        {
            if (enough.IsCancellationRequested) throw new TimeoutException($"waited {patience.TotalSeconds} s in vain until {what}");
            await Task.Delay(Glance);
        }
    }
}
