using System.Net;
using System.Text;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace VirtAlliance.Silo.Hosting;

/// <summary>Tells whoever asks by HTTP whether this silo takes work: 200 and "active", or 503 and where it stands. It does not ask the store: a silo whose store is away waits, and needs no restart.</summary>
internal sealed class HealthPort(SiloSettings settings, IClusterMembershipService membership, ILocalSiloDetails self) : BackgroundService
{
    /// <summary>Where it answers.</summary>
    public const string Path = "/health";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new HttpListener { Prefixes = { $"http://{(settings.Listen.Equals(IPAddress.Any) ? "*" : settings.Listen.ToString())}:{settings.HealthPort}/" } };
        listener.Start();
        using var stop = stoppingToken.Register(listener.Stop);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // whoever asked has gone, or this silo is about to
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var status = membership.CurrentSnapshot.GetSiloStatus(self.SiloAddress);
        var (code, text) = context.Request.Url?.AbsolutePath != Path ? (404, $"ask for {Path}") : (status == SiloStatus.Active ? 200 : 503, status.ToString().ToLowerInvariant());
        var bytes = Encoding.ASCII.GetBytes(text);
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength64) = (code, "text/plain", bytes.Length);
        context.Response.KeepAlive = false;
        context.Response.OutputStream.Write(bytes);
        context.Response.Close();
    }
}
