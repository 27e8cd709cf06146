using System.Text.Json.Serialization;

namespace VirtAlliance.Silo.Clusters;

/// <summary>What a supervisor says of the cluster it watches over.</summary>
/// <param name="Cluster">Its id.</param>
/// <param name="Supervisor">The supervisor's process.</param>
/// <param name="Silos">One a silo, in order of name.</param>
public sealed record ClusterState(string Cluster, ProcessIdentity Supervisor, IReadOnlyList<SiloProcess> Silos)
{
    /// <summary>Every process of the cluster, the supervisor first.</summary>
    [JsonIgnore]
    public IEnumerable<ProcessIdentity> Processes => Silos.Where(s => s.Process is not null).Select(s => s.Process!.Value).Prepend(Supervisor);
}

/// <summary>A silo under a supervisor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Process">Its process; null while it waits to be started again.</param>
/// <param name="Starts">How often it was started.</param>
/// <param name="Log">Its log file.</param>
/// <param name="PagePort">Port of its page, which it keeps when it is started again; null: it has none.</param>
public sealed record SiloProcess(string Name, ProcessIdentity? Process, int Starts, string Log, int? PagePort = null);

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(ClusterState))]
internal sealed partial class ClusterStateJson : JsonSerializerContext;
