using System.Diagnostics;
using System.Text.Json;
using VirtAlliance.Client.Tests;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Hosting;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A cluster of real processes, started by the real program; whatever becomes of the test, none of them is left.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private const int LongestComplaint = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly RunningConsole _console = new();
    private readonly HashSet<ProcessIdentity> _seen = [];
    private readonly ClusterFolder _folder;
    private readonly IAsyncDisposable? _owner;

    public LocalCluster(TestStore? store = null)
    {
        (Store, _owner) = (store ?? TestStore.Sqlite).For(_console.Folder);
        _folder = new ClusterFolder(Store);
    }

    /// <summary>Where its runs are.</summary>
    public string Store { get; }

    /// <summary>The folder that all of it is in.</summary>
    public string Folder => _console.Folder;

    /// <summary>What the supervisor last wrote; null: no cluster.</summary>
    public ClusterState? State
    {
        get
        {
            var state = _folder.Read();
            if (state is not null) _seen.UnionWith(state.Processes);
            return state;
        }
    }

    public static async Task<LocalCluster> Start(int silos, TestStore? store = null)
    {
        var cluster = new LocalCluster(store);
        try
        {
            await cluster.Begin(silos);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets a variable for the programs started from now on.</summary>
    public LocalCluster With(string variable, string? value)
    {
        _console.With(variable, value);
        return this;
    }

    /// <summary><c>cluster start</c>; with a new id each time.</summary>
    public async Task Begin(int silos)
    {
        await Succeed("cluster", "start", "--silos", $"{silos}", "--json");
        _ = State;
    }

    /// <summary>The processes of silos that live now, by name.</summary>
    public Dictionary<string, int> Pids() =>
        State?.Silos.Where(s => s.Process is { IsAlive: true }).ToDictionary(s => s.Name, s => s.Process!.Value.Pid) ?? [];

    /// <summary>Waits until the cluster says of so many silos that they work.</summary>
    public Task Active(int silos) => Eventually.So($"{silos} silos are active", Patience, async () => (await Status()).Count(s => s.Status == "active") == silos);

    /// <summary>Has a silo join that nobody watches over; returns its process.</summary>
    public int Invite(string name)
    {
        var settings = new SiloSettings { Store = Store, Cluster = State!.Cluster, Name = name, Log = _folder.SiloLog(name) };
        using var process = SiloLaunch.Start(settings, silos: null);
        _seen.Add(ProcessIdentity.Of(process.Id)!.Value);
        return process.Id;
    }

    /// <summary>Waits until so many silos, the invited ones among them, say of themselves that they work.</summary>
    public async Task Members(int silos)
    {
        await using var database = RunStores.Database(Store);
        await Eventually.So($"{silos} silos are members", Patience, async () => (await StoredClusters.Silos(database, State!.Cluster)).Count(s => s.IsActive) == silos);
    }

    /// <summary>What <c>cluster status</c> says.</summary>
    public async Task<IReadOnlyList<(string Name, int? Pid, string Status)>> Status()
    {
        using var status = JsonDocument.Parse((await Succeed("cluster", "status", "--json")).Output);
        return [.. status.RootElement.GetProperty("silos").EnumerateArray().Select(s => (
            s.GetProperty("name").GetString()!, s.GetProperty("pid").ValueKind == JsonValueKind.Null ? null : (int?)s.GetProperty("pid").GetInt32(), s.GetProperty("status").GetString()!))];
    }

    /// <summary>Kills supervisor and silos: nobody is left to start them again.</summary>
    public void KillAll()
    {
        if (State is not { } state) return;
        Signals.Kill(state.Supervisor.Pid);
        foreach (var pid in Pids().Values) Signals.Kill(pid);
    }

    /// <summary>Submits a scenario and lets it be; returns the study and its runs.</summary>
    public async Task<(string Study, string[] Runs)> Submit(string scenario, params string[] options)
    {
        using var answer = JsonDocument.Parse((await Succeed(["submit", scenario, "--json", .. options])).Output);
        return (answer.RootElement.GetProperty("study").GetString()!, [.. answer.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetString()!)]);
    }

    /// <summary>Runs the program on the cluster's store.</summary>
    public Task<Finished> Run(params string[] args) => _console.Run([.. args, "--store", Store]);

    /// <summary>Starts the program on the cluster's store.</summary>
    public Process Launch(params string[] args) => _console.Start([.. args, "--store", Store]);

    /// <summary>Runs the program and expects success.</summary>
    public async Task<Finished> Succeed(params string[] args)
    {
        var finished = await Run(args);
        Assert.True(finished.Status == 0, $"virtalliance {string.Join(' ', args)} ended with {finished.Status}: {finished.Errors}\n{Complaints()}");
        return finished;
    }

    /// <summary>Opens the store beside the cluster.</summary>
    public IRunStore OpenStore() => RunStores.Open(Store);

    /// <summary>The last that silos and supervisor complained of, for messages of failing tests.</summary>
    public string Complaints()
    {
        var folder = Path.GetDirectoryName(_folder.SupervisorLog)!;
        if (!Directory.Exists(folder)) return "(no logs)";
        return string.Join('\n', Directory.GetFiles(folder, "*.log").Order().SelectMany(log => File.ReadLines(log).TakeLast(10).Select(Short).Prepend($"== {Path.GetFileName(log)}")));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Alive()) Signals.Thaw(process.Pid);
        await Run("cluster", "stop");
        foreach (var process in Alive()) Signals.Kill(process.Pid);
        await Eventually.So("all processes of the cluster have ended", Patience, () => Alive().Length == 0);
        if (_owner is not null) await _owner.DisposeAsync();
        _console.Dispose();
    }

    private static string Short(string line) => line.Length <= LongestComplaint ? line : $"{line[..LongestComplaint]} …";

    private ProcessIdentity[] Alive()
    {
        _ = State;
        return [.. _seen.Where(p => p.IsAlive)];
    }
}
