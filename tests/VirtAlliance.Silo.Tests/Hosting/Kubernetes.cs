using VirtAlliance.Silo.Hosting;
using static VirtAlliance.Silo.Tests.Hosting.DeploymentFiles;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The cluster's objects for Kubernetes.</summary>
internal static class Kubernetes
{
    public static Node Kustomization { get; } = Documents("deploy/kustomization.yaml").Single();

    public static Node[] Objects { get; } = [.. Kustomization["resources"].Names.SelectMany(r => Documents($"deploy/{r}"))];

    public static Node[] Workloads { get; } = [.. Objects.Where(o => o["spec"]["template"].IsThere)];

    public static IEnumerable<Node> Containers => Workloads.SelectMany(w => w["spec"]["template"]["spec"]["containers"].Entries);

    public static Node SiloContainer => Containers.Single(c => c["name"].Text == "silo");

    public static Node Object(string kind, string name) => Objects.Single(o => o["kind"].Text == kind && o["metadata"]["name"].Text == name);

    public static SiloSettings SiloSettings() => SiloVariables.Read(name => Variable(SiloContainer, name));

    public static string? Variable(Node container, string name) => container["env"].Entries.FirstOrDefault(e => e["name"].Text == name)["value"] is { IsThere: true } value ? value.Text : null;

    /// <summary>Port of that name.</summary>
    public static int Port(Node container, string name) => int.Parse(container["ports"].Entries.Single(p => p["name"].Text == name)["containerPort"].Text);
}
