using System.Data.Common;
using Orleans.Runtime;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Silo.Clusters;

/// <summary>Tells the cluster at once of a silo whose process has ended: the others need not find out by asking it in vain.</summary>
internal sealed class Obituary(DbDataSource database, string cluster)
{
    private const int Attempts = 10;

    private readonly MembershipStore _store = new(database, cluster);

    /// <summary>Addresses under which a silo of that name counts as living.</summary>
    public async Task<IReadOnlyList<SiloAddress>> Living(string name) =>
        [.. ((await _store.Read())?.Rows ?? []).Select(r => MembershipRow.Read(r.Row, r.Alive)).Where(e => e.SiloName == name && e.Status != SiloStatus.Dead).Select(e => e.SiloAddress)];

    /// <summary>From now on it counts as dead; another change of the membership at the same moment is let pass first.</summary>
    public async Task Publish(SiloAddress silo)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await _store.Read(silo.ToParsableString()) is not { Rows: [var (row, alive, etag)], Version: var version }) return;
            var entry = MembershipRow.Read(row, alive);
            if (entry.Status == SiloStatus.Dead) return;
            entry.Status = SiloStatus.Dead;
            if (await _store.Update(silo.ToParsableString(), MembershipRow.Write(entry), alive, $"{etag}", $"{version}")) return;
        }
    }
}
