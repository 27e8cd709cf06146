using Npgsql;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Results.Tests.Stores;

/// <summary>What only a store on a server can do wrong.</summary>
public class PostgresStoreTests
{
    [PostgresFact]
    public async Task Many_that_open_an_empty_database_at_once_make_its_tables_once()
    {
        await using var database = PostgresDatabase.Make();
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RunStores.Open(database.Place))));
        await stores[0].Create(TemporaryStore.Study("study"), [TemporaryStore.Row("study", 0)]);
        foreach (var store in stores)
        {
            Assert.Single(await store.ListRuns());
            await store.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Tables_of_an_older_version_are_brought_up_to_date_and_keep_what_is_in_them()
    {
        await using var temporary = new TemporaryStore(StoreKind.Postgres);
        await temporary.CreateRuns();
        temporary.Change("""
            DO $$ DECLARE late text; BEGIN
                FOR late IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'va%' AND tablename NOT IN ('va_schema', 'va_study', 'va_run', 'va_record') LOOP EXECUTE 'DROP TABLE ' || late; END LOOP;
            END $$;
            DROP INDEX va_study_by_owner;
            DELETE FROM va_schema WHERE version > 1;
            """);
        await temporary.Reopen();
        Assert.Single(await temporary.Store.ListRuns());
        temporary.Change("INSERT INTO va_membership_version (cluster, version) VALUES ('c', 0)");
    }

    [PostgresFact]
    public async Task A_newer_schema_is_refused()
    {
        await using var temporary = new TemporaryStore(StoreKind.Postgres);
        temporary.Change("INSERT INTO va_schema (version) VALUES (1000)");
        Assert.Equal(StoreFault.NewerSchema, Assert.Throws<RunStoreException>(() => RunStores.Open(temporary.Place)).Fault);
    }

    [PostgresFact]
    public async Task Stores_in_two_schemas_of_one_database_know_nothing_of_each_other()
    {
        await using var database = PostgresDatabase.Make();
        database.Execute("CREATE SCHEMA other");
        await using var first = RunStores.Open(database.Place);
        await using var second = RunStores.Open(database.Place + ";Search Path=other");
        await first.Create(TemporaryStore.Study("study"), [TemporaryStore.Row("study", 0)]);
        Assert.Empty(await second.ListStudies());
        Assert.NotEqual(RunStores.IdentityOf(database.Place), RunStores.IdentityOf(database.Place + ";Search Path=other"));
    }

    [PostgresFact]
    public async Task A_wrong_password_a_missing_database_and_a_missing_schema_are_each_told_by_name()
    {
        await using var database = PostgresDatabase.Make();
        AssertRefused(With(database.Place, s => s.Password = "Zq-wrong"), "password");
        AssertRefused(With(database.Place, s => s.Username = "nobody-here"), "nobody-here");
        AssertRefused(With(database.Place, s => s.Database = "not-there"), "\"not-there\"");
        AssertRefused(With(database.Place, s => s.SearchPath = "not_there"), "schema");
    }

    [Fact]
    public void Where_no_server_listens_the_store_is_unreachable() => AssertRefused("Host=127.0.0.1;Port=1;Database=x;Password=Zq", "127.0.0.1:1");

    [PostgresFact]
    public async Task A_full_disk_says_so_and_the_store_goes_on_once_there_is_room()
    {
        await using var temporary = new TemporaryStore(StoreKind.Postgres);
        var entries = TemporaryStore.Chain((await temporary.CreateRuns())[0], 0, 2);
        Assert.Equal([AppendOutcome.Committed], await temporary.Store.Append([entries[0]]));
        temporary.Change("""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''could not extend file''; END';
            CREATE TRIGGER full_disk BEFORE INSERT ON va_record EXECUTE FUNCTION full_disk();
            """);
        Assert.Equal(StoreFault.Full, (await Assert.ThrowsAsync<RunStoreException>(() => temporary.Store.Append([entries[1]]))).Fault);
        temporary.Change("DROP TRIGGER full_disk ON va_record");
        Assert.Equal([AppendOutcome.Committed], await temporary.Store.Append([entries[1]]));
    }

    [PostgresFact]
    public async Task A_database_that_takes_no_writes_is_told_so()
    {
        await using var temporary = new TemporaryStore(StoreKind.Postgres);
        var name = new NpgsqlConnectionStringBuilder(temporary.Place).Database;
        temporary.Change($"ALTER DATABASE {name} SET default_transaction_read_only = on");
        Assert.Equal(StoreFault.ReadOnly, Assert.Throws<RunStoreException>(() => RunStores.Open(temporary.Place)).Fault);
        await temporary.CreateRuns();   // whoever was connected before is not concerned
    }

    [PostgresServerFact]
    public async Task While_the_server_is_away_calls_fail_in_passing_and_afterwards_the_same_store_works()
    {
        using var server = PrivateServer.Start();
        await using var database = PostgresDatabase.Make(server.Place);
        await using var store = RunStores.Open(database.Place);
        var run = TemporaryStore.Row("study", 0);
        await store.Create(TemporaryStore.Study("study"), [run]);
        var entries = TemporaryStore.Chain(run, 0, 3);
        Assert.Equal([AppendOutcome.Committed], await store.Append([entries[0]]));
        server.Crash();
        var away = await Assert.ThrowsAsync<RunStoreException>(() => store.Append([entries[1]]));
        Assert.Equal((StoreFault.Away, true, false), (away.Fault, away.Passes, away.IsOfPlace));
        server.StartAgain();
        Assert.Equal([AppendOutcome.Committed, AppendOutcome.Committed], await store.Append(entries[1..]));
        Assert.Equal(1, (await store.FindRun(run.Id))!.LastQuarter);
    }

    [PostgresServerFact]
    public async Task Whoever_was_idle_while_the_server_was_restarted_does_not_notice()
    {
        using var server = PrivateServer.Start();
        await using var database = PostgresDatabase.Make(server.Place);
        await using var store = RunStores.Open(database.Place);
        await store.Create(TemporaryStore.Study("study"), [TemporaryStore.Row("study", 0)]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.ListRuns()));
        server.Stop();
        server.StartAgain();
        Assert.Single(await store.ListRuns());
        Assert.Equal(1, await store.Take("study/0", "me"));
    }

    private static void AssertRefused(string place, string told)
    {
        var refused = Assert.Throws<RunStoreException>(() => RunStores.Open(place));
        Assert.Equal((StoreFault.Unreachable, false), (refused.Fault, refused.Passes));
        Assert.Contains(told, refused.Message);
        Assert.DoesNotContain("Zq", refused.ToString());
    }

    private static string With(string place, Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(place);
        change(settings);
        return settings.ConnectionString;
    }
}
