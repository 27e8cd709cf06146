using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Silo.Tests.Hosting;

public sealed class SiloHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virtalliance-").FullName;

    private string StoreFile => Path.Combine(_folder, "runs.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_silo_alone_starts_and_knows_itself_only()
    {
        await using var store = RunStores.Open(StoreFile);
        using var host = await SiloHost.Start(new SiloSettings { Store = StoreFile, Cluster = "alone", Alone = true }, store);
        var (address, status) = Assert.Single(await Hosts(host));
        Assert.Equal(SiloStatus.Active, status);
        Assert.Equal("127.0.0.1", address.Endpoint.Address.ToString());
        await host.StopAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silos_of_one_store_and_cluster_meet(StoreKind kind)
    {
        await using var database = kind == StoreKind.Postgres ? PostgresDatabase.Make() : null;
        var place = database?.Place ?? StoreFile;
        await using var store = RunStores.Open(place);
        var settings = new SiloSettings { Store = place, Cluster = "c" };
        using var first = await SiloHost.Start(settings with { Name = "first" }, store);
        using var second = await SiloHost.Start(settings with { Name = "second" }, store);
        Assert.Equal(2, (await Hosts(second)).Count);
        await second.StopAsync();
        await first.StopAsync();
    }

    private static Task<Dictionary<SiloAddress, SiloStatus>> Hosts(IHost host) =>
        host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
}
