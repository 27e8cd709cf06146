using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Silo.Tests.Membership;

/// <summary>What Orleans expects of a membership table, on SQLite.</summary>
public sealed class StoredMembershipTests : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
    private StoredMembershipTable _table = null!;

    public Task InitializeAsync()
    {
        var database = SqliteFactory.Instance.CreateDataSource($"Data Source={_file}");
        _table = new StoredMembershipTable(database, Options.Create(new ClusterOptions { ClusterId = "c", ServiceId = "s" }));
        return _table.InitializeMembershipTable(true);
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_table_has_a_version_and_nobody()
    {
        var data = await _table.ReadAll();
        Assert.Equal(0, data.Version.Version);
        Assert.Empty(data.Members);
    }

    [Fact]
    public async Task An_inserted_silo_is_read_back_whole_and_raises_the_version()
    {
        var entry = Entry(1);
        entry.AddSuspector(Entry(2).SiloAddress, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Assert.True(await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next()));
        var data = await _table.ReadRow(entry.SiloAddress);
        Assert.Equal(1, data.Version.Version);
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal((entry.SiloAddress, entry.Status, entry.ProxyPort, entry.SiloName, entry.StartTime, entry.IAmAliveTime),
            (read.SiloAddress, read.Status, read.ProxyPort, read.SiloName, read.StartTime, read.IAmAliveTime));
        Assert.Equal(entry.SuspectTimes, read.SuspectTimes);
    }

    [Fact]
    public async Task A_stale_version_inserts_nothing()
    {
        var stale = (await _table.ReadAll()).Version.Next();
        Assert.True(await _table.InsertRow(Entry(1), stale));
        Assert.False(await _table.InsertRow(Entry(2), stale));
        Assert.Single((await _table.ReadAll()).Members);
    }

    [Fact]
    public async Task A_silo_is_inserted_once()
    {
        Assert.True(await _table.InsertRow(Entry(1), (await _table.ReadAll()).Version.Next()));
        Assert.False(await _table.InsertRow(Entry(1), (await _table.ReadAll()).Version.Next()));
        Assert.Equal(1, (await _table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task An_update_needs_the_rows_etag_and_the_tables_version()
    {
        var entry = Entry(1);
        await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next());
        var first = await _table.ReadAll();
        var etag = first.Members[0].Item2;
        entry.Status = SiloStatus.Dead;
        Assert.True(await _table.UpdateRow(entry, etag, first.Version.Next()));
        var second = await _table.ReadAll();
        Assert.Equal(SiloStatus.Dead, second.Members[0].Item1.Status);
        Assert.False(await _table.UpdateRow(entry, etag, second.Version.Next()));
        Assert.False(await _table.UpdateRow(entry, second.Members[0].Item2, first.Version.Next()));
        Assert.Equal(second.Version, (await _table.ReadAll()).Version);
    }

    [Fact]
    public async Task A_sign_of_life_changes_no_version()
    {
        var entry = Entry(1);
        await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next());
        var before = await _table.ReadAll();
        entry.IAmAliveTime = entry.IAmAliveTime.AddMinutes(1);
        await _table.UpdateIAmAlive(entry);
        var after = await _table.ReadAll();
        Assert.Equal(entry.IAmAliveTime, after.Members[0].Item1.IAmAliveTime);
        Assert.Equal((before.Version, before.Members[0].Item2), (after.Version, after.Members[0].Item2));
    }

    [Fact]
    public async Task Of_silos_that_join_at_once_each_gets_in_exactly_once()
    {
        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(async () =>
        {
            while (!await _table.InsertRow(Entry(n), (await _table.ReadAll()).Version.Next())) { }
            return n;
        })));
        var data = await _table.ReadAll();
        Assert.Equal(joined.Length, data.Members.Count);
        Assert.Equal(joined.Length, data.Version.Version);
    }

    [Fact]
    public async Task Long_dead_silos_are_forgotten_and_live_ones_kept()
    {
        var dead = Entry(1);
        dead.Status = SiloStatus.Dead;
        await _table.InsertRow(dead, (await _table.ReadAll()).Version.Next());
        await _table.InsertRow(Entry(2), (await _table.ReadAll()).Version.Next());
        await _table.CleanupDefunctSiloEntries(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(Entry(2).SiloAddress, Assert.Single((await _table.ReadAll()).Members).Item1.SiloAddress);
    }

    private static MembershipEntry Entry(int number) => new()
    {
        SiloAddress = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11110 + number), number),
        Status = SiloStatus.Active,
        ProxyPort = 30000 + number,
        HostName = "here",
        SiloName = $"silo-{number}",
        StartTime = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2020, 1, 1, 0, 0, number, DateTimeKind.Utc),
    };
}
