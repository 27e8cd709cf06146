using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Grains.Studies;

/// <summary>What a study tells of itself to whoever asks.</summary>
internal sealed class StudyBoard
{
    private static readonly TimeSpan WatchAtMost = TimeSpan.FromSeconds(5);

    private readonly StudyRow _row;
    private readonly int _runs;
    private readonly SortedDictionary<int, RunSnapshot> _inFlight = [];
    private (RunStatus Status, string? Error) _state;
    private int _completed;
    private int _failed;
    private long _version = 1;
    private TaskCompletionSource _changed = Signal();

    public StudyBoard(StudyRow row, IReadOnlyList<RunRow> runs)
    {
        (_row, _runs, _state) = (row, runs.Count, (row.Status, row.Error));
        _completed = runs.Count(r => r.Status == RunStatus.Completed);
        foreach (var run in runs.Where(r => r.Status == RunStatus.Failed)) Note(run.Position, Of(run));
    }

    /// <summary>True: it came to rest before it was over.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>A run has moved on.</summary>
    public void Note(int position, RunSnapshot run)
    {
        if (run.Status == RunStatus.Failed) _failed++;
        if (run.Status == RunStatus.Completed) _completed++;
        if (run.Ended && run.Status is not (RunStatus.Failed or RunStatus.Paused)) _inFlight.Remove(position);   // those have an error to tell
        else _inFlight[position] = run;
        Changed();
    }

    /// <summary>The study has come to rest as the store has it; if it is not over there, it waits for what a run of it ran into.</summary>
    public void Rest(StudyRow row)
    {
        var stuck = _inFlight.Values.FirstOrDefault(r => r is { Status: RunStatus.Paused, Error: not null });
        if (row.Status is RunStatus.Queued or RunStatus.Running && stuck is not null) Stick(stuck.Error!);
        else Set(row.Status, row.Error);
    }

    /// <summary>The study goes on no further for now.</summary>
    public void Stick(string error)
    {
        IsStuck = true;
        Set(RunStatus.Paused, error);
    }

    /// <summary>The study has moved on.</summary>
    public void Set(RunStatus status, string? error)
    {
        _state = (status, error);
        Changed();
    }

    /// <summary>Where the study stands.</summary>
    public StudySnapshot Snapshot() =>
        new(_row.Id, _version, _state.Status, _state.Error, _runs, _completed, _failed, [.. _inFlight.Values]);

    /// <summary>Where the study stands as soon as that differs from <paramref name="version"/>, or some seconds have passed.</summary>
    public async Task<StudySnapshot> Watch(long version)
    {
        if (version != _version) return Snapshot();
        using var enough = new CancellationTokenSource();
        await Task.WhenAny(_changed.Task, Task.Delay(WatchAtMost, enough.Token));
        await enough.CancelAsync();
        return Snapshot();
    }

    private void Changed()
    {
        _version++;
        _changed.TrySetResult();
        _changed = Signal();
    }

    private static RunSnapshot Of(RunRow run) =>
        new(run.Id, run.Status, run.LastQuarter, run.Quarters, run.Digest, run.Error, run.Epoch, 0, 0, "", ImmutableArray<long>.Empty);

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
