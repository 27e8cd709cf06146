using System.Data.Common;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Membership;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Silo.Tests.Membership;

/// <summary>A membership table in a new run store of its own, gone afterwards.</summary>
internal sealed class TemporaryMembership : IAsyncDisposable
{
    public const string Cluster = "c";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virtalliance-");
    private readonly PostgresDatabase? _server;

    private TemporaryMembership(StoreKind kind)
    {
        _server = kind == StoreKind.Postgres ? PostgresDatabase.Make() : null;
        var place = _server?.Place ?? Path.Combine(_folder.FullName, "runs.db");
        RunStores.Open(place).DisposeAsync().AsTask().Wait();
        Database = RunStores.Database(place);
        Table = new StoredMembershipTable(Database, Options.Create(new ClusterOptions { ClusterId = Cluster, ServiceId = "s" }));
    }

    public DbDataSource Database { get; }

    public StoredMembershipTable Table { get; }

    public static async Task<TemporaryMembership> Make(StoreKind kind)
    {
        var membership = new TemporaryMembership(kind);
        await membership.Table.InitializeMembershipTable(true);
        return membership;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
