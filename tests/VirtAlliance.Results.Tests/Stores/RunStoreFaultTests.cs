using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Results.Tests.Stores;

public class RunStoreFaultTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_damaged_payload_is_named_with_both_hashes_and_harms_no_other_run(StoreKind kind)
    {
        await using var temporary = new TemporaryStore(kind);
        var runs = await temporary.CreateRuns(runs: 2);
        foreach (var run in runs) await temporary.Store.Append(TemporaryStore.Chain(run, 0, 3));
        temporary.Change($"UPDATE va_record SET payload = {(kind == StoreKind.Sqlite ? "x'99'" : @"'\x99'")} WHERE run = '{runs[0].Id}' AND quarter = 0");
        var entry = TemporaryStore.Chain(runs[0], 0, 3)[1];
        var damage = await Assert.ThrowsAsync<DamagedRecordException>(() => temporary.Read(runs[0].Id));
        Assert.Equal((runs[0].Id, 0), (damage.Run, damage.Quarter));
        Assert.Equal(HashChain.Show(entry.Hash), damage.Expected);
        Assert.Equal(HashChain.Show(HashChain.Next(entry.PreviousHash, [0x99])), damage.Found);
        Assert.Contains(damage.Expected, damage.Message);
        Assert.Contains(damage.Found, damage.Message);
        Assert.Equal(3, (await temporary.Read(runs[1].Id)).Length);
        Assert.Equal(1, (await temporary.Store.Last(runs[0].Id))!.Quarter);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        InFolder(folder =>
        {
            var file = Path.Combine(folder, "notes.txt");
            File.WriteAllText(file, "not a database, but longer than a header");
            Assert.Equal(StoreFault.NotAStore, Assert.Throws<RunStoreException>(() => RunStores.Open(file)).Fault);
            Assert.Equal("not a database, but longer than a header", File.ReadAllText(file));
            Assert.Equal([file], Directory.GetFiles(folder));
        });
    }

    [Fact]
    public void A_file_that_only_begins_like_a_database_is_refused() => InFolder(folder =>
    {
        var file = Path.Combine(folder, "broken.db");
        File.WriteAllBytes(file, [.. "SQLite format 3\0"u8, .. Enumerable.Repeat((byte)0xAB, 5000)]);
        Assert.Equal(StoreFault.NotAStore, Assert.Throws<RunStoreException>(() => RunStores.Open(file)).Fault);
    });

    [Fact]
    public void Another_programs_database_is_refused() => InFolder(folder =>
    {
        var file = Path.Combine(folder, "places.db");
        TemporaryStore.ChangeFile(file, "CREATE TABLE bookmarks (id INTEGER)");
        Assert.Equal(StoreFault.NotAStore, Assert.Throws<RunStoreException>(() => RunStores.Open(file)).Fault);
    });

    [Fact]
    public void A_newer_schema_is_refused() => InFolder(folder =>
    {
        var file = Path.Combine(folder, "runs.db");
        RunStores.Open(file).DisposeAsync().AsTask().Wait();
        TemporaryStore.ChangeFile(file, "INSERT INTO va_schema (version) VALUES (1000)");
        Assert.Equal(StoreFault.NewerSchema, Assert.Throws<RunStoreException>(() => RunStores.Open(file)).Fault);
    });

    [Fact]
    public void A_folder_is_no_store() => InFolder(folder => Assert.Equal(StoreFault.NotAStore, Assert.Throws<RunStoreException>(() => RunStores.Open(folder)).Fault));

    [Fact]
    public void A_place_that_cannot_be_is_refused() => InFolder(folder =>
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(StoreFault.Unreachable, Assert.Throws<RunStoreException>(() => RunStores.Open(Path.Combine(file, "below", "runs.db"))).Fault);
    });

    [Fact]
    public async Task A_full_store_says_so_and_goes_on_once_there_is_room()
    {
        await using var temporary = new TemporaryStore();
        var run = (await temporary.CreateRuns())[0];
        var entry = TemporaryStore.Chain(run, 0, 1)[0];
        var huge = entry with { Payload = new byte[1 << 20] };
        huge = huge with { Hash = HashChain.Next(huge.PreviousHash, huge.Payload) };
        await using (var small = SqliteRunStore.Open(temporary.Place, Durability.ProcessLoss, maxPages: 40))
            Assert.Equal(StoreFault.Full, (await Assert.ThrowsAsync<RunStoreException>(() => small.Append([huge]))).Fault);
        Assert.Equal(-2, (await temporary.Store.FindRun(run.Id))!.LastQuarter);
        Assert.Equal([AppendOutcome.Committed], await temporary.Store.Append([entry]));
    }

    private static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("virtalliance-");
        try
        {
            test(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
