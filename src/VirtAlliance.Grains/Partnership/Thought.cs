using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Partnership;

/// <summary>Decisions that may take forecasts: tens of milliseconds, which are not to hold up other grains' turns.</summary>
internal static class Thought
{
    /// <summary>Decides off the grains' schedulers if <paramref name="opened"/> holds a survey to forecast from, else at once.</summary>
    public static ValueTask<T> Of<T>(MarketState opened, Func<T> decide) => opened.Surveys.IsEmpty ? ValueTask.FromResult(decide()) : new ValueTask<T>(Task.Run(decide));
}
