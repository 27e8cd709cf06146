using VirtAlliance.Model.Answers;
using VirtAlliance.Results.Tables;
using static VirtAlliance.Results.Tests.Tables.ReadTable;

namespace VirtAlliance.Results.Tests.Tables;

public sealed class CsvExportTests(StudyInStore study) : IClassFixture<StudyInStore>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virtalliance-");

    public Task InitializeAsync() => CsvExport.Write(study.Temporary.Store, study.Study, study.Runs, _folder.FullName);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Tables_have_exactly_the_documented_names_and_columns()
    {
        var expected = new Dictionary<string, string>
        {
            ["runs"] = "run,arm,replicate,seed,scenario_hash,model_version,quarters,digest",
            ["products"] = "run,arm,replicate,quarter,product,vendor,technology,price_usd,quality,seats,customers,ordered_seats,ordered_seat_quarters,bookings_usd,share_of_seats,share_of_orders,share_of_bookings",
            ["segments"] = "run,arm,replicate,quarter,segment,product,seats,customers,ordered_seats,ordered_seat_quarters,reach",
            ["vendors"] = "run,arm,replicate,quarter,vendor,bookings_usd,cost_usd,research_usd,dues_usd,fixed_usd,complements_usd,franchise_usd,commission_usd,pool_usd,profit_usd,cash_usd,alliances",
            ["markets"] = "run,arm,replicate,quarter,hhi_vendor,hhi_technology,consumer_surplus_usd,virtualized_share",
            ["elasticities"] = "run,arm,replicate,quarter,product,with_respect_to,elasticity,diversion",
            ["messages"] = "run,arm,replicate,quarter,sequence,kind,from,to,alliance,detail",
            ["claims"] = "claim,verdict,probability,low,high,median,p05,p95,replicates",
        };
        Assert.Equal(expected.Keys.Order(), _folder.GetFiles().Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order());
        Assert.All(expected, table => Assert.Equal(table.Value, File.ReadLines(PathOf(table.Key)).First()));
        Assert.Equal(2, Read("runs").Rows.Count);
        Assert.Equal(2 * 10 * 3, Read("products").Rows.Count);
        Assert.Equal(2 * 10 * 2 * 4, Read("segments").Rows.Count);
        Assert.Equal(2 * 10 * 4, Read("vendors").Rows.Count);
        Assert.Equal(2 * 10 * 9, Read("elasticities").Rows.Count);
    }

    [Fact]
    public void Rows_stand_in_the_order_of_the_file()
    {
        Assert.Equal(["giant", "upstart", "reseller", "helper"], Read("vendors").Rows.Take(4).Select(r => r["vendor"]));
        Assert.Equal(["firms", "firms", "firms", "firms", "clouds"], Read("segments").Rows.Take(5).Select(r => r["segment"]));
        Assert.Equal(["alpha", "beta", "late", "none"], Read("segments").Rows.Take(4).Select(r => r["product"]));
    }

    [Fact]
    public void Bookings_are_price_times_ordered_seat_quarters_exactly_where_there_is_no_surcharge() => Assert.All(
        Read("products").Rows.Where(r => r["product"] != "alpha" || r["arm"] == "without"),
        r => Assert.Equal(Money(r, "price_usd") * Whole(r, "ordered_seat_quarters"), Money(r, "bookings_usd")));

    [Fact]
    public void A_surcharge_shows_in_bookings_and_not_in_the_price() => Assert.Contains(
        Read("products").Rows, r => Money(r, "bookings_usd") > Money(r, "price_usd") * Whole(r, "ordered_seat_quarters"));

    [Fact]
    public void Books_balance_to_the_cent()
    {
        var before = new Dictionary<string, decimal>();
        foreach (var r in Read("vendors").Rows)
        {
            var profit = Money(r, "bookings_usd") - Money(r, "cost_usd") - Money(r, "research_usd") - Money(r, "dues_usd") - Money(r, "fixed_usd")
                + Money(r, "complements_usd") + Money(r, "franchise_usd") + Money(r, "commission_usd") + Money(r, "pool_usd");
            Assert.Equal(Money(r, "profit_usd"), profit);
            var key = r["run"] + r["vendor"];
            if (r["quarter"] != "2012-Q3") Assert.Equal(before.GetValueOrDefault(key) + profit, Money(r, "cash_usd"));
            before[key] = Money(r, "cash_usd");
        }
    }

    [Fact]
    public void Vendors_book_what_their_products_sold()
    {
        var sold = Read("products").Rows.GroupBy(r => (r["run"], r["quarter"], r["vendor"])).ToDictionary(g => g.Key, g => g.Sum(r => Money(r, "bookings_usd")));
        Assert.All(Read("vendors").Rows, r => Assert.Equal(sold.GetValueOrDefault((r["run"], r["quarter"], r["vendor"])), Money(r, "bookings_usd")));
    }

    [Fact]
    public void Segments_add_up_to_products()
    {
        var (products, segments) = (Read("products").Rows, Read("segments").Rows);
        foreach (var column in new[] { "seats", "customers", "ordered_seats", "ordered_seat_quarters" })
        {
            var sums = segments.GroupBy(r => (r["run"], r["quarter"], r["product"])).ToDictionary(g => g.Key, g => g.Sum(r => Whole(r, column)));
            Assert.All(products, r => Assert.Equal(sums[(r["run"], r["quarter"], r["product"])], Whole(r, column)));
        }
    }

    [Fact]
    public void Shares_add_up_to_one()
    {
        foreach (var column in new[] { "share_of_seats", "share_of_orders", "share_of_bookings" })
            Assert.All(Read("products").Rows.GroupBy(r => (r["run"], r["quarter"])), g => Assert.Equal(1, g.Sum(r => Real(r, column)), 1e-12));
    }

    [Fact]
    public void Doubles_come_back_to_the_bit()
    {
        var (run, rows) = (Stored(0), Read("markets").Rows.Where(r => r["arm"] == study.Runs[0].Arm).ToArray());
        for (var t = 0; t < rows.Length; t++)
        {
            var record = run.History.Quarters[t];
            Assert.Equal(MarketShares.HerfindahlByVendor(run.Market, record, Trade.ByProduct(run.Market, record)), Real(rows[t], "hhi_vendor"));
            Assert.Equal(run.Calendar(t).ToString(), rows[t]["quarter"]);
        }
    }

    [Fact]
    public void The_rows_for_none_have_reach_one_and_no_orders() => Assert.All(
        Read("segments").Rows.Where(r => r["product"] == "none"), r => Assert.Equal(("1", "0", "0"), (r["reach"], r["ordered_seats"], r["ordered_seat_quarters"])));

    [Fact]
    public void Own_elasticities_are_negative_and_nobody_diverts_more_than_is_lost() => Assert.All(
        Read("elasticities").Rows.Where(r => r["elasticity"].Length > 0 && r["diversion"].Length > 0).GroupBy(r => (r["run"], r["quarter"], r["with_respect_to"])), g =>
        {
            Assert.All(g, r => Assert.True(r["product"] == r["with_respect_to"] ? Real(r, "elasticity") < 0 : Real(r, "elasticity") >= 0));
            Assert.True(g.Where(r => r["product"] != r["with_respect_to"]).Sum(r => Real(r, "diversion")) <= 1);
        });

    [Fact]
    public void Dues_paid_are_the_contributions_in_the_messages()
    {
        var paid = Read("vendors").Rows.Where(r => Money(r, "dues_usd") > 0).Select(r => (r["quarter"], r["vendor"], Money(r, "dues_usd"))).Order();
        var said = Read("messages").Rows.Where(r => r["kind"] == "contribution").Select(r => (r["quarter"], r["from"], decimal.Parse(r["detail"].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))).Order();
        Assert.Equal(paid, said);
        Assert.NotEmpty(said);
    }

    [Fact]
    public void A_study_of_one_replicate_leaves_its_claims_open() => Assert.Equal(("gains", "open", "1"), (
        Read("claims").Rows[0]["claim"], Read("claims").Rows[0]["verdict"], Read("claims").Rows[0]["replicates"]));

    [Fact]
    public async Task A_broken_ledger_leaves_what_was_there_and_nothing_half_written()
    {
        var before = _folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName));
        var other = study.Runs.Select(r => r with { ScenarioHash = "another" }).ToArray();
        await Assert.ThrowsAsync<InvalidDataException>(() => CsvExport.Write(study.Temporary.Store, study.Study, other, _folder.FullName));
        Assert.Equal(before, _folder.GetFiles().ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName)));
    }

    [Fact]
    public void Money_is_written_exactly()
    {
        Assert.Equal(["0.00", "-0.05", "1234567.89", "-92233720368547758.08"], new Int128[] { 0, -5, 123456789, long.MinValue }.Select(c => new Money(c).ToString()));
    }

    private StoredRun Stored(int run) => StoredRun.Read(study.Temporary.Store, study.Runs[run]).GetAwaiter().GetResult()!;

    private string PathOf(string table) => Path.Combine(_folder.FullName, $"{table}.csv");

    private ReadTable Read(string table) => new(PathOf(table));
}
