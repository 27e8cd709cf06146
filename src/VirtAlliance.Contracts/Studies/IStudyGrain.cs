using Orleans.Concurrency;

namespace VirtAlliance.Contracts.Studies;

/// <summary>A submission: its runs, a bounded number of them in flight. Key: id of the study, whose rows are in the run store.</summary>
[Alias("va.study")]
public interface IStudyGrain : IGrainWithStringKey
{
    /// <summary>Works on the study until it ends; returns at once. Does nothing if it is at work already, or the study is neither queued nor running.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such study.</exception>
    [Alias("start")]
    Task Start();

    /// <summary>Queues again what of it was paused, cancelled or failed, and works on it.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such study.</exception>
    [Alias("resume")]
    Task Resume();

    /// <summary>Where it stands.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such study.</exception>
    [Alias("status"), AlwaysInterleave]
    Task<StudySnapshot> Status();

    /// <summary>Where it stands as soon as that differs from <paramref name="version"/>, at the latest after some seconds.</summary>
    /// <param name="version"><see cref="StudySnapshot.Version"/> of what the caller knows; 0: nothing.</param>
    /// <exception cref="KeyNotFoundException">The store has no such study.</exception>
    [Alias("watch"), AlwaysInterleave]
    Task<StudySnapshot> Watch(long version);

    /// <summary>Cancels it with all of its runs that have not ended; returns when none of them advances any more. Whoever has the store can cancel there, too: the study notices within a second.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such study.</exception>
    [Alias("cancel"), AlwaysInterleave]
    Task Cancel();
}
