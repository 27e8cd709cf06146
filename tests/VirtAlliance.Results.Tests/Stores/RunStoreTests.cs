using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Results.Tests.Stores;

public class RunStoreTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_and_its_runs_come_back_as_they_were_kept(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var runs = await temporary.CreateRuns(runs: 3);
        await temporary.Reopen();
        Assert.Equal(TemporaryStore.Study("study"), await temporary.Store.FindStudy("study"));
        var found = await temporary.Store.ListRuns("study");
        Assert.Equal(runs.Select(r => r with { Definition = [] }), found.Select(r => r with { Definition = [] }), new SameRun());
        Assert.All(found, r => Assert.Equal([1, 2, 3], r.Definition));
        Assert.Null(await temporary.Store.FindStudy("other"));
        Assert.Null(await temporary.Store.FindRun("other"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_that_is_there_is_left_as_it_is(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        await temporary.CreateRuns(runs: 1);
        await temporary.Store.Create(TemporaryStore.Study("study") with { Scenario = "other" }, [TemporaryStore.Row("study", 7)]);
        Assert.Equal("first-try", (await temporary.Store.FindStudy("study"))!.Scenario);
        Assert.Single(await temporary.Store.ListRuns());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_with_a_run_that_is_elsewhere_is_not_kept_at_all(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        await temporary.CreateRuns("first");
        var stolen = TemporaryStore.Row("first", 0) with { Study = "second" };
        await Assert.ThrowsAnyAsync<Exception>(() => temporary.Store.Create(TemporaryStore.Study("second"), [TemporaryStore.Row("second", 0), stolen]));
        Assert.Null(await temporary.Store.FindStudy("second"));
        Assert.Single(await temporary.Store.ListRuns());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_studys_result_stays_when_its_status_moves_on(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        await temporary.CreateRuns();
        await temporary.Store.SetStudyStatus("study", RunStatus.Running, result: "[1]");
        await temporary.Store.SetStudyStatus("study", RunStatus.Failed, error: "no");
        var study = (await temporary.Store.FindStudy("study"))!;
        Assert.Equal((RunStatus.Failed, "no", "[1]"), (study.Status, study.Error, study.Result));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_latest_study_is_listed_first(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var early = TemporaryStore.Study("z");
        await temporary.Store.Create(early, [TemporaryStore.Row("z", 0)]);
        await temporary.Store.Create(TemporaryStore.Study("a") with { CreatedUtc = early.CreatedUtc.AddTicks(1) }, [TemporaryStore.Row("a", 0), TemporaryStore.Row("a", 1)]);
        Assert.Equal(["a", "z"], (await temporary.Store.ListStudies()).Select(s => s.Id));
        Assert.Equal(["a/0", "a/1", "z/0"], (await temporary.Store.ListRuns()).Select(r => r.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_takes_a_run_fences_the_one_before(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        var first = (await temporary.Store.Take(run.Id, "one"))!.Value;
        var entries = TemporaryStore.Chain(run, first, 3);
        Assert.Equal([AppendOutcome.Committed], await temporary.Store.Append([entries[0]]));
        var second = (await temporary.Store.Take(run.Id, "two"))!.Value;
        Assert.Equal(first + 1, second);
        Assert.Equal([AppendOutcome.Fenced, AppendOutcome.Committed], await temporary.Store.Append([entries[1], entries[1] with { Epoch = second }]));
        Assert.False(await temporary.Store.SetStatus(run.Id, first, RunStatus.Failed));
        Assert.True(await temporary.Store.SetStatus(run.Id, second, RunStatus.Completed));
        var found = (await temporary.Store.FindRun(run.Id))!;
        Assert.Equal(("two", RunStatus.Completed, 0, HashChain.Show(entries[1].Hash)), (found.Owner, found.Status, found.LastQuarter, found.Digest));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_takes_a_run_that_is_not_there(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        Assert.Null(await temporary.Store.Take("none", "me"));
        Assert.Equal([AppendOutcome.Fenced], await temporary.Store.Append(TemporaryStore.Chain(TemporaryStore.Row("none", 0), 0, 1)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Appending_again_changes_nothing_but_another_record_conflicts(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        var entries = TemporaryStore.Chain(run, 0, 3);
        Assert.All(await temporary.Store.Append(entries), o => Assert.Equal(AppendOutcome.Committed, o));
        Assert.All(await temporary.Store.Append(entries), o => Assert.Equal(AppendOutcome.Committed, o));
        Assert.All(await temporary.Store.Append(TemporaryStore.Chain(run, 0, 3, flavour: 1)), o => Assert.Equal(AppendOutcome.Conflict, o));
        Assert.Equal(entries.Select(e => e.Hash), (await temporary.Read(run.Id)).Select(e => e.Hash));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_has_no_gaps_and_no_branches(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        var (entries, other) = (TemporaryStore.Chain(run, 0, 4), TemporaryStore.Chain(run, 0, 4, flavour: 1));
        Assert.Equal([AppendOutcome.Conflict], await temporary.Store.Append([entries[1]]));
        Assert.Equal([AppendOutcome.Conflict], await temporary.Store.Append([entries[0] with { PreviousHash = new byte[32] }]));
        Assert.Equal([AppendOutcome.Committed, AppendOutcome.Conflict, AppendOutcome.Conflict], await temporary.Store.Append([entries[0], entries[2], other[1]]));
        Assert.Equal([-1], (await temporary.Read(run.Id)).Select(e => e.Quarter));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_runs_conflict_does_not_hold_up_anothers_entries(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var runs = await temporary.CreateRuns(runs: 2);
        var outcomes = await temporary.Store.Append([.. TemporaryStore.Chain(runs[0], 0, 2)[1..], .. TemporaryStore.Chain(runs[1], 0, 2)]);
        Assert.Equal([AppendOutcome.Conflict, AppendOutcome.Committed, AppendOutcome.Committed], outcomes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Entries_come_in_order_from_one_quarter_to_another_however_many(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        Assert.Null(await temporary.Store.Last(run.Id));
        await temporary.Store.Append(TemporaryStore.Chain(run, 0, 150));
        Assert.Equal(Enumerable.Range(-1, 150), (await temporary.Read(run.Id)).Select(e => e.Quarter));
        Assert.Equal(Enumerable.Range(5, 128), (await temporary.Read(run.Id, 5, 132)).Select(e => e.Quarter));
        Assert.Equal(148, (await temporary.Store.Last(run.Id))!.Quarter);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_committed_is_there_for_another_who_opens_it(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns())[0];
        await temporary.Store.Append(TemporaryStore.Chain(run, 0, 3));
        await using var second = RunStores.Open(temporary.Place);
        Assert.Equal(1, (await second.FindRun(run.Id))!.LastQuarter);
        Assert.Equal(1, await second.Take(run.Id, "second"));
        Assert.Equal([AppendOutcome.Fenced], await temporary.Store.Append([TemporaryStore.Chain(run, 0, 4)[3]]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_who_open_one_store_share_it_without_a_lost_append(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        await using var second = RunStores.Open(temporary.Place);
        var runs = await temporary.CreateRuns(runs: 8);
        await Task.WhenAll(runs.Select(async (run, i) =>
        {
            foreach (var entry in TemporaryStore.Chain(run, 0, 20))
                Assert.Equal([AppendOutcome.Committed], await (i % 2 == 0 ? temporary.Store : second).Append([entry]));
        }));
        Assert.All(await temporary.Store.ListRuns("study"), run => Assert.Equal(18, run.LastQuarter));
    }

    private sealed class SameRun : IEqualityComparer<RunRow>
    {
        private static readonly byte[] Nothing = [];

        public bool Equals(RunRow? x, RunRow? y) => x! with { Definition = Nothing } == y! with { Definition = Nothing };

        public int GetHashCode(RunRow run) => run.Id.GetHashCode(StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_checkpoint_of_a_block_is_kept_while_its_run_runs(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var run = (await temporary.CreateRuns(runs: 1))[0].Id;
        var kept = new BlockCheckpoint(run, "0/1/2", 3, [1, 2], [3, 4, 5], [6]);
        await temporary.Store.KeepCheckpoint(kept);
        Assert.Null(await temporary.Store.FindCheckpoint(run, "0/1/2"));   // it is queued

        var epoch = (await temporary.Store.Take(run, "owner"))!.Value;
        await temporary.Store.KeepCheckpoint(kept with { Quarter = 1 });
        await temporary.Store.KeepCheckpoint(kept);
        await temporary.Reopen();
        Assert.Equivalent(kept, await temporary.Store.FindCheckpoint(run, "0/1/2"));
        Assert.Null(await temporary.Store.FindCheckpoint(run, "0/1/3"));

        await temporary.Store.SetStatus(run, epoch, RunStatus.Completed);
        Assert.Null(await temporary.Store.FindCheckpoint(run, "0/1/2"));
    }
}
