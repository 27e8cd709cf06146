using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Running;
using VirtAlliance.Results.Comparisons;
using VirtAlliance.Results.Tables;
using VirtAlliance.Results.Tests.Tables;

namespace VirtAlliance.Results.Tests.Comparisons;

public sealed class ComparisonTests(StudyInStore study) : IClassFixture<StudyInStore>
{
    private IRunStore Store => study.Temporary.Store;

    [Fact]
    public async Task A_stored_run_made_again_is_the_same_in_every_record()
    {
        var quarters = new List<int>();
        var found = await Verification.Of(Store, study.Runs[0], quarters.Add);
        Assert.Null(found.Difference);
        Assert.Equal((10, study.Runs[0].Digest, study.Runs[0].Digest), (found.Quarters, found.Stored, found.Recomputed));
        Assert.Equal(Enumerable.Range(-1, 11), quarters);
    }

    [Fact]
    public async Task A_forged_figure_is_named_with_both_values()
    {
        var forged = await Forge("forged", 4, q => q with { Closed = q.Closed with { Vendors = q.Closed.Vendors.SetItem(2, q.Closed.Vendors[2] with { CashCents = 100 }) } });
        var found = await Verification.Of(Store, forged, _ => { });
        Assert.Equal(new Difference("2012-Q2", "vendors", $"vendor {Vendor(2)}", "cash_usd", "1.00", found.Difference!.Second), found.Difference);
        Assert.Equal(4, found.Quarters);
        Assert.NotEqual(found.Stored, found.Recomputed);
    }

    [Fact]
    public async Task What_differs_in_no_table_is_named_by_its_path_in_the_record()
    {
        var forged = await Forge("subtle", 2, q => q with { Closed = q.Closed with { Technologies = q.Closed.Technologies.SetItem(0, q.Closed.Technologies[0] with { KnowledgeUsd = 7 }) } });
        var found = (await Verification.Of(Store, forged, _ => { })).Difference!;
        Assert.Equal(("2011-Q4", "record", "", "Closed.Technologies[0].KnowledgeUsd", "7"), (found.Quarter, found.Table, found.Key, found.Column, found.First));
    }

    [Fact]
    public async Task A_row_of_another_scenario_is_refused()
    {
        var foreign = study.Runs[0] with { Definition = study.Runs[1].Definition };
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Verification.Of(Store, foreign, _ => { }));
        Assert.Contains(study.Runs[0].ScenarioHash, refused.Message);
        Assert.Contains(study.Runs[1].ScenarioHash, refused.Message);
    }

    [Fact]
    public async Task Two_arms_part_at_the_first_figure_that_differs_whichever_is_named_first()
    {
        var (with, without) = (await Read(study.Runs[0]), await Read(study.Runs[1]));
        var found = RunComparison.First(with, without)!;
        Assert.Equal(found with { First = found.Second, Second = found.First }, RunComparison.First(without, with));
        var quarter = Enumerable.Range(0, 10).First(q => with.Calendar(q).ToString() == found.Quarter);
        Assert.Equal(Figures(with, quarter), Figures(without, quarter));
        Assert.NotEqual(Figures(with, quarter + 1), Figures(without, quarter + 1));
        Assert.Null(RunComparison.First(with, with));
    }

    [Fact]
    public async Task A_run_that_has_come_less_far_differs_in_quarters()
    {
        var whole = await Read(study.Runs[0]);
        var part = whole with { History = whole.History with { Quarters = whole.History.Quarters[..6] } };
        Assert.Equal(new Difference("2012-Q4", "runs", "", "quarters", "10", "6"), RunComparison.First(whole, part));
    }

    private string Vendor(int index) => study.Plan.Runs[0].Definition.InForce.Vendors[index].Id;

    private async Task<StoredRun> Read(RunRow run) => (await StoredRun.Read(Store, run))!;

    /// <summary>Named figures of the first quarters, run and arm left aside.</summary>
    private static string[] Figures(StoredRun run, int quarters) =>
    [
        .. ResultTable.All.SelectMany(t => t.Rows(run).Where(row => int.Parse($"{row[2]}") == 0).TakeWhile(row => Before(run, row, quarters)).Select(row => string.Join(',', row.Skip(3)))),
    ];

    private static bool Before(StoredRun run, object?[] row, int quarters) => Enumerable.Range(0, quarters).Any(q => run.Calendar(q).Equals(row[3]));

    /// <summary>The first run's ledger with one quarter changed, well chained.</summary>
    private async Task<RunRow> Forge(string name, int quarter, Func<QuarterRecord, QuarterRecord> change)
    {
        var (genuine, row) = (await Read(study.Runs[0]), study.Runs[0] with { Id = name, Study = name, LastQuarter = -2, Digest = null });
        await Store.Create(study.Study with { Id = name }, [row]);
        var previous = HashChain.Identity(row.ScenarioHash, row.Seed, row.Replicate, row.ModelVersion);
        byte[][] payloads = [RecordCodec.Write(genuine.History.Opening), .. genuine.History.Quarters.Select((q, i) => RecordCodec.Write(i == quarter ? change(q) : q))];
        for (var i = 0; i < payloads.Length; i++)
        {
            var hash = HashChain.Next(previous, payloads[i]);
            await Store.Append([new LedgerEntry(name, 0, i - 1, previous, hash, payloads[i])]);
            previous = hash;
        }
        return (await Store.FindRun(name))!;
    }
}
