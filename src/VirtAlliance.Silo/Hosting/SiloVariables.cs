using System.Globalization;
using System.Net;

namespace VirtAlliance.Silo.Hosting;

/// <summary>The environment variables that set up a silo.</summary>
public static class SiloVariables
{
    /// <summary>SQLite file or PostgreSQL connection string; required.</summary>
    public const string Store = "VIRTALLIANCE_STORE";

    /// <summary>Id of the cluster to join; default <c>virtalliance</c>.</summary>
    public const string Cluster = "VIRTALLIANCE_CLUSTER";

    /// <summary>Name of the silo; default the machine's.</summary>
    public const string Name = "VIRTALLIANCE_NAME";

    /// <summary>Address to listen on; default 127.0.0.1.</summary>
    public const string Listen = "VIRTALLIANCE_LISTEN";

    /// <summary>Port for other silos; default a free one.</summary>
    public const string SiloPort = "VIRTALLIANCE_SILO_PORT";

    /// <summary>Port for clients; default a free one.</summary>
    public const string GatewayPort = "VIRTALLIANCE_GATEWAY_PORT";

    /// <summary>Port that answers HTTP requests for /health; default none.</summary>
    public const string HealthPort = "VIRTALLIANCE_HEALTH_PORT";

    /// <summary>What a commit to a store in a file survives: <c>process</c>, the loss of processes, or <c>power</c>, that of power too; default <c>process</c>.</summary>
    public const string Durability = "VIRTALLIANCE_DURABILITY";

    /// <summary>Port of the live page, on loopback; default: a free one; <c>none</c>: the silo serves no page.</summary>
    public const string PagePort = "VIRTALLIANCE_PAGE_PORT";

    /// <summary>What whoever starts or cancels from the page has to show. Default: none, and the page only shows.</summary>
    public const string PageToken = "VIRTALLIANCE_PAGE_TOKEN";

    /// <summary><c>true</c> to listen beyond loopback without encryption; default <c>false</c>.</summary>
    public const string InsecureNetwork = "VIRTALLIANCE_INSECURE_NETWORK";

    /// <summary><c>none</c> or <c>console</c>; default <c>none</c>.</summary>
    public const string Trace = "VIRTALLIANCE_TRACE";

    /// <summary>Every so many quarters one is traced, into the run store and wherever else traces go. Default: 1 with <c>VIRTALLIANCE_TRACE=console</c>, 10 with a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>), else 0: none.</summary>
    public const string TraceEvery = "VIRTALLIANCE_TRACE_EVERY";

    /// <summary><c>true</c> to show every block of customers in traces; default <c>false</c>.</summary>
    public const string TraceBlocks = "VIRTALLIANCE_TRACE_BLOCKS";

    /// <summary>File for all output; the silo then leaves its starter's terminal and streams. Default: none.</summary>
    public const string Log = "VIRTALLIANCE_LOG";

    /// <summary>File to touch every second while the silo lives, for a supervisor to see. Default: none.</summary>
    public const string Pulse = "VIRTALLIANCE_PULSE";

    /// <summary>How many silos to start on this machine and watch over, instead of being one. Default: none.</summary>
    public const string Silos = "VIRTALLIANCE_SILOS";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Store, Durability, Cluster, Name, Listen, SiloPort, GatewayPort, HealthPort, PagePort, PageToken, InsecureNetwork, Trace, TraceEvery, TraceBlocks, Log, Pulse, Silos];

    /// <summary>Variables that <see cref="Read"/> and <see cref="ReadSilos"/> understand as <paramref name="settings"/> and <paramref name="silos"/>, for a process to start.</summary>
    public static IEnumerable<(string Name, string Value)> Write(SiloSettings settings, int? silos)
    {
        yield return (Store, settings.Store);
        yield return (Cluster, settings.Cluster);
        yield return (Name, settings.Name);
        yield return (Listen, settings.Listen.ToString());
        yield return (SiloPort, Number(settings.SiloPort));
        yield return (GatewayPort, Number(settings.GatewayPort));
        yield return (HealthPort, Number(settings.HealthPort));
        yield return (PagePort, settings.PagePort is { } page ? Number(page) : NoPage);
        if (settings.PageToken is { } token) yield return (PageToken, token);
        yield return (Durability, settings.Durability == Results.Stores.Durability.PowerLoss ? "power" : "process");
        yield return (InsecureNetwork, settings.InsecureNetwork ? "true" : "false");
        yield return (Trace, settings.Trace == TraceExport.Console ? "console" : "none");
        if (settings.TraceEvery is { } every) yield return (TraceEvery, Number(every));
        yield return (TraceBlocks, settings.TraceBlocks ? "true" : "false");
        if (settings.Log is { } log) yield return (Log, log);
        if (settings.Pulse is { } pulse) yield return (Pulse, pulse);
        if (silos is { } number) yield return (Silos, Number(number));
    }

    /// <summary>Silos to watch over; null: this process is a silo itself.</summary>
    /// <exception cref="SiloSettingsException">It cannot be understood.</exception>
    public static int? ReadSilos(Func<string, string?> read) => read(Silos) switch
    {
        null or "" => null,
        _ when ((string[])[SiloPort, GatewayPort, HealthPort, PagePort]).FirstOrDefault(p => read(p) is not (null or "" or "0" or NoPage)) is { } port =>
            throw new SiloSettingsException($"{port} and {Silos} do not go together: a port is one silo's; leave it out, and free ones are found"),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostSilos => number,
        var text => throw new SiloSettingsException($"{Silos}={text} is not a number from 1 to {MostSilos}"),
    };

    /// <summary>What a commit to a store in a file is to survive.</summary>
    /// <exception cref="SiloSettingsException">It cannot be understood.</exception>
    public static Results.Stores.Durability ReadDurability(Func<string, string?> read) => read(Durability) switch
    {
        null or "" or "process" => Results.Stores.Durability.ProcessLoss,
        "power" => Results.Stores.Durability.PowerLoss,
        var text => throw new SiloSettingsException($"{Durability}={text} is neither process nor power"),
    };

    /// <summary>As many silos as one machine may be asked for.</summary>
    public const int MostSilos = 64;

    /// <summary>Settings from variables as <paramref name="read"/> gives them; an empty one counts as absent.</summary>
    /// <exception cref="SiloSettingsException">One is missing or cannot be understood.</exception>
    public static SiloSettings Read(Func<string, string?> read)
    {
        string? Text(string name) => read(name) is { Length: > 0 } text ? text : null;
        return new SiloSettings
        {
            Store = Text(Store) ?? throw new SiloSettingsException($"{Store} is not set; it names the run store, a SQLite file or a PostgreSQL connection string"),
            Cluster = Text(Cluster) ?? "virtalliance",
            Name = Text(Name) ?? Environment.MachineName,
            Listen = Address(Text(Listen)),
            SiloPort = Port(SiloPort, Text(SiloPort)),
            GatewayPort = Port(GatewayPort, Text(GatewayPort)),
            HealthPort = Port(HealthPort, Text(HealthPort)),
            PagePort = Text(PagePort) == NoPage ? null : Port(PagePort, Text(PagePort)),
            PageToken = Text(PageToken),
            Durability = ReadDurability(read),
            InsecureNetwork = YesOrNo(InsecureNetwork, Text(InsecureNetwork)),
            Trace = TraceTo(Text(Trace)),
            TraceEvery = Every(Text(TraceEvery)),
            TraceBlocks = YesOrNo(TraceBlocks, Text(TraceBlocks)),
            Log = Text(Log),
            Pulse = Text(Pulse),
        };
    }

    private const string NoPage = "none";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IPAddress Address(string? text) =>
        text is null ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new SiloSettingsException($"{Listen}={text} is not an address, such as 127.0.0.1 or 0.0.0.0");

    private static int Port(string name, string? text) =>
        text is null ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port
        : throw new SiloSettingsException($"{name}={text} is not a port from 0 to 65535");

    private static int? Every(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var every) ? every
        : throw new SiloSettingsException($"{TraceEvery}={text} is not a whole number of quarters; 0 traces none");

    private static bool YesOrNo(string name, string? text) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new SiloSettingsException($"{name}={text} is neither true nor false"),
    };

    private static TraceExport TraceTo(string? text) => text switch
    {
        null or "none" => TraceExport.None,
        "console" => TraceExport.Console,
        _ => throw new SiloSettingsException($"{Trace}={text} is neither none nor console"),
    };
}
