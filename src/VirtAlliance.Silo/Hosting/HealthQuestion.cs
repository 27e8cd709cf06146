using System.Net;

namespace VirtAlliance.Silo.Hosting;

/// <summary>Asks the silo on this machine how it is, for container engines that want a command: <c>VirtAlliance.Silo.dll health</c>.</summary>
public static class HealthQuestion
{
    /// <summary>The command.</summary>
    public const string Command = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Prints the answer; 0 if the silo takes work, 1 if not.</summary>
    /// <exception cref="SiloSettingsException">There is no port to ask at.</exception>
    public static async Task<int> Ask(SiloSettings settings)
    {
        if (settings.HealthPort == 0) throw new SiloSettingsException($"{SiloVariables.HealthPort} is not set: there is no port to ask at");
        var address = settings.Listen.Equals(IPAddress.Any) ? IPAddress.Loopback : settings.Listen;
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new UriBuilder("http", address.ToString(), settings.HealthPort, HealthPort.Path).Uri);
            Console.WriteLine(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }
}
