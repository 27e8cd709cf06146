using System.Net;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Silo.Hosting;

/// <summary>How a silo is set up.</summary>
public sealed record SiloSettings
{
    /// <summary>The run store: a SQLite file or a PostgreSQL connection string.</summary>
    public required string Store { get; init; }

    /// <summary>Id of its cluster, and owner of the runs it works on.</summary>
    public required string Cluster { get; init; }

    /// <summary>True: it is its own cluster in this process and takes no clients; false: it meets others in the store.</summary>
    public bool Alone { get; init; }

    /// <summary>Its name in status and logs.</summary>
    public string Name { get; init; } = "silo";

    /// <summary>Where it listens; loopback by default.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Port for other silos; 0: a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port for clients; 0: a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Port that tells whether it takes work; 0: none.</summary>
    public int HealthPort { get; init; }

    /// <summary>Port, on loopback, of the live page; 0: a free one; null: it serves none.</summary>
    public int? PagePort { get; init; }

    /// <summary>What whoever starts or cancels from the page has to show; null: nobody can.</summary>
    public string? PageToken { get; init; }

    /// <summary>What a commit to a store in a file survives.</summary>
    public Durability Durability { get; init; } = Durability.ProcessLoss;

    /// <summary>Consents to listen beyond loopback without encryption.</summary>
    public bool InsecureNetwork { get; init; }

    /// <summary>Where traces go.</summary>
    public TraceExport Trace { get; init; } = TraceExport.None;

    /// <summary>Every so many quarters one is traced; null: every one where traces go to the console, every tenth where they go to a collector, else none; 0: none.</summary>
    public int? TraceEvery { get; init; }

    /// <summary>True: traces show every block of customers, too.</summary>
    public bool TraceBlocks { get; init; }

    /// <summary>File that standard output and error are written to; null: they stay as they are.</summary>
    public string? Log { get; init; }

    /// <summary>File that it touches every second while it lives; null: none.</summary>
    public string? Pulse { get; init; }

    /// <summary>True if other machines can reach it.</summary>
    public bool BeyondLoopback => !IPAddress.IsLoopback(Listen);

    /// <summary>The address that others reach it by: the one it listens on, or, where that is every address, the machine's own.</summary>
    public IPAddress Advertised => Listen.Equals(IPAddress.Any) || Listen.Equals(IPAddress.IPv6Any)
        ? Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(a => a.AddressFamily == Listen.AddressFamily && !IPAddress.IsLoopback(a)) ?? IPAddress.Loopback
        : Listen;

    /// <exception cref="SiloSettingsException">It would listen beyond loopback without consent.</exception>
    public void Check()
    {
        if (BeyondLoopback && !InsecureNetwork)
            throw new SiloSettingsException(
                $"{SiloVariables.Listen}={Listen} reaches beyond this machine without encryption; set {SiloVariables.InsecureNetwork}=true if the network is private, or listen on 127.0.0.1");
    }
}

/// <summary>Where traces go.</summary>
public enum TraceExport
{
    /// <summary>Nowhere: nothing is recorded.</summary>
    None,

    /// <summary>Standard output.</summary>
    Console,
}

/// <summary>A silo that cannot be set up as asked.</summary>
public sealed class SiloSettingsException(string message) : Exception(message);
