using System.Net;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Silo.Tests.Membership;

/// <summary>What Orleans expects of a membership table, on both stores.</summary>
public sealed class StoredMembershipTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_table_has_a_version_and_nobody(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var data = await table.ReadAll();
        Assert.Equal(0, data.Version.Version);
        Assert.Empty(data.Members);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inserted_silo_is_read_back_whole_and_raises_the_version(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var entry = Entry(1);
        entry.AddSuspector(Entry(2).SiloAddress, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Assert.True(await table.InsertRow(entry, (await table.ReadAll()).Version.Next()));
        var data = await table.ReadRow(entry.SiloAddress);
        Assert.Equal(1, data.Version.Version);
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal((entry.SiloAddress, entry.Status, entry.ProxyPort, entry.SiloName, entry.StartTime, entry.IAmAliveTime),
            (read.SiloAddress, read.Status, read.ProxyPort, read.SiloName, read.StartTime, read.IAmAliveTime));
        Assert.Equal(entry.SuspectTimes, read.SuspectTimes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_version_inserts_nothing(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var stale = (await table.ReadAll()).Version.Next();
        Assert.True(await table.InsertRow(Entry(1), stale));
        Assert.False(await table.InsertRow(Entry(2), stale));
        Assert.Single((await table.ReadAll()).Members);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_silo_is_inserted_once(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        Assert.True(await table.InsertRow(Entry(1), (await table.ReadAll()).Version.Next()));
        Assert.False(await table.InsertRow(Entry(1), (await table.ReadAll()).Version.Next()));
        Assert.Equal(1, (await table.ReadAll()).Version.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_update_needs_the_rows_etag_and_the_tables_version(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var entry = Entry(1);
        await table.InsertRow(entry, (await table.ReadAll()).Version.Next());
        var first = await table.ReadAll();
        var etag = first.Members[0].Item2;
        entry.Status = SiloStatus.Dead;
        Assert.True(await table.UpdateRow(entry, etag, first.Version.Next()));
        var second = await table.ReadAll();
        Assert.Equal(SiloStatus.Dead, second.Members[0].Item1.Status);
        Assert.False(await table.UpdateRow(entry, etag, second.Version.Next()));
        Assert.False(await table.UpdateRow(entry, second.Members[0].Item2, first.Version.Next()));
        Assert.Equal(second.Version, (await table.ReadAll()).Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sign_of_life_changes_no_version(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var entry = Entry(1);
        await table.InsertRow(entry, (await table.ReadAll()).Version.Next());
        var before = await table.ReadAll();
        entry.IAmAliveTime = entry.IAmAliveTime.AddMinutes(1);
        await table.UpdateIAmAlive(entry);
        var after = await table.ReadAll();
        Assert.Equal(entry.IAmAliveTime, after.Members[0].Item1.IAmAliveTime);
        Assert.Equal((before.Version, before.Members[0].Item2), (after.Version, after.Members[0].Item2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_silos_that_join_at_once_each_gets_in_exactly_once(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(async () =>
        {
            while (!await table.InsertRow(Entry(n), (await table.ReadAll()).Version.Next())) { }
            return n;
        })));
        var data = await table.ReadAll();
        Assert.Equal(joined.Length, data.Members.Count);
        Assert.Equal(joined.Length, data.Version.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Long_dead_silos_are_forgotten_and_live_ones_kept(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        var dead = Entry(1);
        dead.Status = SiloStatus.Dead;
        await table.InsertRow(dead, (await table.ReadAll()).Version.Next());
        await table.InsertRow(Entry(2), (await table.ReadAll()).Version.Next());
        await table.CleanupDefunctSiloEntries(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(Entry(2).SiloAddress, Assert.Single((await table.ReadAll()).Members).Item1.SiloAddress);
    }

    internal static MembershipEntry Entry(int number) => new()
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
