using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Tests.Hosting;

public sealed class SiloHostTests
{
    [Fact]
    public async Task A_silo_alone_starts_and_knows_itself_only()
    {
        using var host = await SiloHost.Start(new SiloSettings { Store = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        var hosts = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
        var (address, status) = Assert.Single(hosts);
        Assert.Equal(SiloStatus.Active, status);
        Assert.Equal("127.0.0.1", address.Endpoint.Address.ToString());
        await host.StopAsync();
    }
}
