namespace VirtAlliance.Tests.Waiting;

/// <summary>Waits for what comes to pass by itself, for tests of things that work side by side.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns as soon as it is so.</summary>
    /// <exception cref="TimeoutException">It has not come to pass in two minutes; says what was waited for.</exception>
    public static Task So(string what, Func<Task<bool>> isSo) => So(what, Patience, isSo);

    /// <inheritdoc cref="So(string,Func{Task{bool}})"/>
    public static Task So(string what, Func<bool> isSo) => So(what, Patience, isSo);

    /// <inheritdoc cref="So(string,TimeSpan,Func{Task{bool}})"/>
    public static Task So(string what, TimeSpan patience, Func<bool> isSo) => So(what, patience, () => Task.FromResult(isSo()));

    /// <summary>Returns as soon as it is so.</summary>
    /// <exception cref="TimeoutException">It has not come to pass in time; says what was waited for.</exception>
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
