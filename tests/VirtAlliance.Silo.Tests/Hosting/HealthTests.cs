using System.Diagnostics;
using System.Net;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Tests.Hosting;

public sealed class HealthTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virtalliance-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task A_silo_that_takes_work_says_so_and_one_that_has_stopped_says_nothing(string address)
    {
        var place = Path.Combine(_folder, "runs.db");
        var settings = new SiloSettings { Store = place, Cluster = "c", Listen = IPAddress.Parse(address), InsecureNetwork = true, HealthPort = FreePorts.Find(IPAddress.Loopback, 1)[0] };
        await using (var store = RunStores.Open(place))
        {
            using var host = await SiloHost.Start(settings, store);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.HealthPort}") };
            Assert.Equal("active", await client.GetStringAsync(HealthPort.Path));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
            Assert.Equal((0, "active"), await Ask(address, settings.HealthPort));
            await host.StopAsync();
        }
        Assert.Equal(1, (await Ask(address, settings.HealthPort)).Status);
    }

    [Fact]
    public async Task Without_a_port_there_is_nobody_to_ask() => Assert.Equal(2, (await Ask("127.0.0.1", 0)).Status);

    /// <summary>The real program, as a container engine would start it.</summary>
    private static async Task<(int Status, string Output)> Ask(string address, int port)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SiloHost).Assembly.Location, HealthQuestion.Command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in SiloVariables.All) start.Environment.Remove(name);
        foreach (var (name, value) in SiloVariables.Write(new SiloSettings { Store = "x", Cluster = "c", Listen = IPAddress.Parse(address), InsecureNetwork = true, HealthPort = port }, null))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim());
    }
}
