using VirtAlliance.Client.Answers;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Clusters;

/// <summary>What is said of a silo, from all who know something of it.</summary>
internal static class SiloHealth
{
    private const string Healthy = "healthy", Silent = "silent", Starting = "starting", Down = "down";

    /// <summary>Silos speak once a second.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    /// <summary>A silo of another machine.</summary>
    public static SiloAnswer Of(StoredSilo silo, IEnumerable<HeardSilo> heard) => Of(silo.Name, pid: null, silo.Status, silo, Word(silo.Name, heard));

    /// <summary>A silo under this machine's supervisor.</summary>
    public static SiloAnswer Of(SiloProcess process, IEnumerable<StoredSilo> known, IEnumerable<HeardSilo> heard)
    {
        var (silo, word) = (known.FirstOrDefault(s => s.Name == process.Name), Word(process.Name, heard));
        if (process.Process is not { IsAlive: true } running) return Of(process.Name, pid: null, Down, silo, word);
        return Of(process.Name, running.Pid, silo?.Status ?? Starting, silo, word?.Beat.Pid == running.Pid ? word : null);
    }

    private static SiloAnswer Of(string name, int? pid, string status, StoredSilo? silo, HeardSilo? word)
    {
        var ago = DateTimeOffset.UtcNow - word?.Utc;
        var health = silo is not { IsActive: true } || status == Down ? status : ago < Silence ? Healthy : Silent;
        double? seconds = ago is { } elapsed ? Math.Round(Math.Max(0, elapsed.TotalSeconds), 1) : null;
        return new SiloAnswer(name, pid ?? (status == Down ? null : word?.Beat.Pid), silo?.Silo.ToString(), status, health, seconds, word?.Beat.Grains, word?.Beat.Counts);
    }

    private static HeardSilo? Word(string name, IEnumerable<HeardSilo> heard) => heard.FirstOrDefault(h => h.Beat.Name == name);
}
