using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace VirtAlliance.Silo.Membership;

/// <summary>Orleans' membership table in the run store's database: a SQLite file on one machine, PostgreSQL across several.</summary>
/// <remarks>Orleans' own ADO.NET provider has no SQLite dialect, and wants its schema made by hand.</remarks>
internal sealed class StoredMembershipTable(DbDataSource database, IOptions<ClusterOptions> cluster) : IMembershipTable
{
    private readonly MembershipStore _store = new(database, cluster.Value.ClusterId);

    public Task InitializeMembershipTable(bool tryInitTableVersion) => _store.Create();

    public Task<MembershipTableData> ReadAll() => Read(null);

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Read(key.ToParsableString());

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        _store.Insert(entry.SiloAddress.ToParsableString(), MembershipRow.Write(entry), MembershipRow.Time(entry.IAmAliveTime), tableVersion.VersionEtag);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => _store.Update(
        entry.SiloAddress.ToParsableString(), MembershipRow.Write(entry), MembershipRow.Time(entry.IAmAliveTime), etag, tableVersion.VersionEtag);

    public Task UpdateIAmAlive(MembershipEntry entry) => _store.Alive(entry.SiloAddress.ToParsableString(), MembershipRow.Time(entry.IAmAliveTime));

    public Task DeleteMembershipTableEntries(string clusterId) => _store.RemoveAll(clusterId);

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        foreach (var (entry, _) in (await ReadAll()).Members)
            if (entry.Status == SiloStatus.Dead && entry.IAmAliveTime < beforeDate.UtcDateTime)
                await _store.Remove(entry.SiloAddress.ToParsableString());
    }

    private async Task<MembershipTableData> Read(string? silo)
    {
        var read = await _store.Read(silo) ?? throw new InvalidOperationException("the membership table was not made yet");
        var version = new TableVersion(checked((int)read.Version), Text(read.Version));
        return new MembershipTableData([.. read.Rows.Select(r => Tuple.Create(MembershipRow.Read(r.Row, r.Alive), Text(r.Etag)))], version);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
