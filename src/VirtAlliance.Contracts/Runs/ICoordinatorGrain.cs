using Orleans.Concurrency;

namespace VirtAlliance.Contracts.Runs;

/// <summary>Advances one run, quarter by quarter. Key: id of the run, whose row is in the run store.</summary>
[Alias("va.coordinator")]
public interface ICoordinatorGrain : IGrainWithStringKey
{
    /// <summary>Takes the run over and advances it to its end; returns at once. Does nothing if it is at work already, or the run is neither queued nor running. For studies only.</summary>
    [Alias("start")]
    Task Start();

    /// <summary>Where the run stands.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such run.</exception>
    [Alias("status"), AlwaysInterleave]
    Task<RunSnapshot> Status();

    /// <summary>Where the run stands as soon as it ends or a quarter after <paramref name="quarter"/> is on disk (in steps of about a tenth of a second); at the latest after some seconds.</summary>
    /// <param name="quarter">Last quarter that the caller knows; −2: none.</param>
    /// <exception cref="KeyNotFoundException">The store has no such run.</exception>
    [Alias("watch"), AlwaysInterleave]
    Task<RunSnapshot> Watch(int quarter);

    /// <summary>Stops advancing the run, whatever its row says; returns when it no longer does. For studies only.</summary>
    [Alias("stop"), AlwaysInterleave]
    Task Stop();
}
