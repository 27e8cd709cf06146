using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Results.Tests.Stores;

public class WholeStudiesTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelled_a_study_and_its_open_runs_end_at_once_and_whoever_works_on_them_appends_no_more(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var runs = await temporary.CreateRuns(runs: 4);
        var epochs = new long[3];
        for (var i = 0; i < 3; i++) epochs[i] = (await temporary.Store.Take(runs[i].Id, "me"))!.Value;
        await temporary.Store.SetStatus(runs[0].Id, epochs[0], RunStatus.Completed);
        await temporary.Store.SetStatus(runs[1].Id, epochs[1], RunStatus.Failed, "no");
        Assert.Equal([runs[2].Id], await temporary.Store.Cancel("study"));
        Assert.Equal([RunStatus.Completed, RunStatus.Failed, RunStatus.Cancelled, RunStatus.Cancelled], await temporary.Statuses());
        Assert.Equal([AppendOutcome.Fenced], await temporary.Store.Append([TemporaryStore.Chain(runs[2], epochs[2], 1)[0]]));
        Assert.False(await temporary.Store.SetStatus(runs[2].Id, epochs[2], RunStatus.Completed));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_takes_up_what_was_cancelled_until_it_is_reopened(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        await temporary.Store.Cancel("study");
        Assert.Null(await temporary.Store.Take(run.Id, "me"));
        Assert.False(await temporary.Store.SetStudyStatus("study", RunStatus.Running));
        Assert.Empty(await temporary.Store.Unfinished("here"));
        Assert.Equal(0, await temporary.Store.Adopt("me", TimeSpan.Zero));

        Assert.True(await temporary.Store.Reopen("study", "me"));
        Assert.False(await temporary.Store.Reopen("study", "another"));
        Assert.Equal(["study"], await temporary.Store.Unfinished("me"));
        Assert.NotNull(await temporary.Store.Take(run.Id, "me"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_ended_study_cannot_be_cancelled(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        await temporary.Store.SetStatus(run.Id, 0, RunStatus.Completed);
        await temporary.Store.SetStudyStatus("study", RunStatus.Completed);
        Assert.Empty(await temporary.Store.Cancel("study"));
        Assert.Equal(RunStatus.Completed, (await temporary.Store.FindStudy("study"))!.Status);
        Assert.Equal([RunStatus.Completed], await temporary.Statuses());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_stopping_cluster_pauses_the_next_one_takes_up_at_once(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var runs = await temporary.CreateRuns(runs: 2);
        await temporary.Store.Beat(TemporaryStore.Beat);
        await temporary.Store.Take(runs[0].Id, "here");
        Assert.Equal(0, await temporary.Store.Adopt("next", Silence));
        await temporary.Store.Pause("here");
        Assert.Equal([RunStatus.Paused, RunStatus.Queued], await temporary.Statuses());
        Assert.Empty(await temporary.Store.Unfinished("here"));
        Assert.Equal(1, await temporary.Store.Adopt("next", Silence));
        Assert.Equal([RunStatus.Queued, RunStatus.Queued], await temporary.Statuses());
        Assert.Equal(["study"], await temporary.Store.Unfinished("next"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cluster_that_is_heard_of_keeps_its_studies_and_a_silent_one_loses_them(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        await temporary.CreateRuns();
        await temporary.Store.Beat(TemporaryStore.Beat);
        Assert.Equal(0, await temporary.Store.Adopt("other", Silence));
        Assert.Equal(1, await temporary.Store.Adopt("other", TimeSpan.Zero));
        Assert.Equal(0, await temporary.Store.Adopt("other", TimeSpan.Zero));
    }
}
