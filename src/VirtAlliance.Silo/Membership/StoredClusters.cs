using System.Data.Common;
using System.Globalization;
using System.Net;
using Orleans.Runtime;

namespace VirtAlliance.Silo.Membership;

/// <summary>A silo as the store's membership table has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Silo">Where other silos reach it.</param>
/// <param name="Gateway">Where clients reach it.</param>
/// <param name="Host">Name of its machine.</param>
/// <param name="Status">Orleans' word for where it stands, in lower case.</param>
/// <param name="AliveUtc">When it last said that it lives.</param>
public sealed record StoredSilo(string Name, IPEndPoint Silo, IPEndPoint Gateway, string Host, string Status, DateTime AliveUtc)
{
    /// <summary>It takes work, as far as is known.</summary>
    public bool IsActive => Status == "active";

    /// <summary>It gave a sign of life within the longest time that passes between two of them, twice over.</summary>
    public bool IsHeard => AliveUtc > DateTime.UtcNow - TimeSpan.FromSeconds(60);
}

/// <summary>A cluster as the store's membership table has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Silos">By name; of several starts of one silo only the last.</param>
public sealed record StoredCluster(string Id, IReadOnlyList<StoredSilo> Silos)
{
    /// <summary>When an active silo of it last said that it lives; null if none is active.</summary>
    public DateTime? AliveUtc => Silos.Where(s => s.IsActive).Max(s => (DateTime?)s.AliveUtc);

    /// <summary>An active silo of it was heard of lately.</summary>
    public bool IsHeard => Silos.Any(s => s is { IsActive: true, IsHeard: true });
}

/// <summary>The clusters that have their membership in a store, which must have been opened before.</summary>
public static class StoredClusters
{
    /// <summary>The cluster with the latest sign of life from an active silo; null if there is none.</summary>
    public static async Task<StoredCluster?> Latest(DbDataSource database)
    {
        var clusters = new List<StoredCluster>();
        foreach (var id in await Ids(database)) clusters.Add(new StoredCluster(id, await Silos(database, id)));
        return clusters.Where(c => c.AliveUtc is not null).MaxBy(c => c.AliveUtc);
    }

    /// <summary>The silos of a cluster, the dead ones included, by name; of several starts of one silo only the last.</summary>
    public static async Task<IReadOnlyList<StoredSilo>> Silos(DbDataSource database, string cluster)
    {
        var rows = (await new MembershipStore(database, cluster).Read())?.Rows ?? [];
        return [.. rows.Select(r => MembershipRow.Read(r.Row, r.Alive))
            .GroupBy(e => e.SiloName, StringComparer.Ordinal)
            .Select(g => Show(g.MaxBy(e => e.SiloAddress.Generation)!))
            .OrderBy(s => s.Name.Length).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private static StoredSilo Show(MembershipEntry e) => new(
        e.SiloName, e.SiloAddress.Endpoint, new IPEndPoint(e.SiloAddress.Endpoint.Address, e.ProxyPort), e.HostName, e.Status.ToString().ToLower(CultureInfo.InvariantCulture), e.IAmAliveTime);

    private static async Task<List<string>> Ids(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT cluster FROM va_membership";
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await reader.ReadAsync()) ids.Add(reader.GetString(0));
        return ids;
    }
}
