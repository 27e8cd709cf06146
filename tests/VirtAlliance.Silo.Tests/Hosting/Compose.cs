using VirtAlliance.Silo.Hosting;
using static VirtAlliance.Silo.Tests.Hosting.DeploymentFiles;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The composed cluster.</summary>
internal static class Compose
{
    public static Node Document { get; } = Documents("docker-compose.yml").Single();

    public static Dictionary<string, Node> Services { get; } = Document["services"].Pairs.ToDictionary(p => p.Key, p => p.Value);

    public static Node SiloService => Services["silo"];

    public static SiloSettings SiloSettings() => SiloVariables.Read(name => SiloService["environment"][name] is { IsThere: true } value ? value.Text : null);
}
