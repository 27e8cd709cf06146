using Orleans.Runtime;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Silo.Tests.Membership;

public sealed class ObituaryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_silo_that_ended_is_dead_to_all_and_the_others_live_on(StoreKind kind)
    {
        await using var membership = await TemporaryMembership.Make(kind);
        var table = membership.Table;
        foreach (var silo in (int[])[1, 2]) Assert.True(await table.InsertRow(StoredMembershipTests.Entry(silo), (await table.ReadAll()).Version.Next()));
        var (gone, other) = (StoredMembershipTests.Entry(1), StoredMembershipTests.Entry(2));

        var obituary = new Obituary(membership.Database, TemporaryMembership.Cluster);
        Assert.Equal([gone.SiloAddress], await obituary.Living(gone.SiloName));
        await obituary.Publish(gone.SiloAddress);
        await obituary.Publish(gone.SiloAddress);   // once is enough

        var data = await table.ReadAll();
        Assert.Equal(3, data.Version.Version);
        Assert.Equal(SiloStatus.Dead, data.Members.Single(m => m.Item1.SiloAddress.Equals(gone.SiloAddress)).Item1.Status);
        Assert.Equal(other.Status, data.Members.Single(m => m.Item1.SiloAddress.Equals(other.SiloAddress)).Item1.Status);
        Assert.Empty(await obituary.Living(gone.SiloName));
    }
}
