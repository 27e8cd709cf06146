using Npgsql;
using VirtAlliance.Silo.Hosting;
using static VirtAlliance.Silo.Tests.Hosting.DeploymentFiles;
using static VirtAlliance.Silo.Tests.Hosting.Kubernetes;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The files for Kubernetes say what the program takes, and agree with each other.</summary>
public sealed class KubernetesTests
{
    [Fact]
    public void Every_file_is_applied() =>
        Assert.Equal(All.Where(f => f.StartsWith("deploy/kubernetes/", StringComparison.Ordinal)).Select(f => f["deploy/".Length..]), Kustomization["resources"].Names.Order(StringComparer.Ordinal));

    [Fact]
    public void The_silo_starts_with_its_settings_and_consents_to_its_private_network()
    {
        var settings = SiloSettings();
        settings.Check();
        Assert.True(settings is { BeyondLoopback: true, InsecureNetwork: true });
        Assert.Equal((settings.SiloPort, settings.GatewayPort, settings.HealthPort), (Port(SiloContainer, "silo"), Port(SiloContainer, "gateway"), Port(SiloContainer, "health")));
    }

    [Theory]
    [InlineData("startupProbe")]
    [InlineData("livenessProbe")]
    [InlineData("readinessProbe")]
    public void Probes_ask_where_the_silo_answers(string probe) =>
        Assert.Equal((HealthPort.Path, "health"), (SiloContainer[probe]["httpGet"]["path"].Text, SiloContainer[probe]["httpGet"]["port"].Text));

    [Fact]
    public void Silos_find_the_store_that_the_server_makes()
    {
        var store = new NpgsqlConnectionStringBuilder(SiloSettings().Store);
        var server = Containers.Single(c => c["name"].Text == "postgres");
        Assert.Equal((Variable(server, "POSTGRES_DB"), Variable(server, "POSTGRES_USER")), (store.Database, store.Username));
        Assert.Equal($"{store.Port}", Object("Service", store.Host!)["spec"]["ports"].Entries.Single()["port"].Text);
        Assert.Equal(Secret(server, "POSTGRES_PASSWORD"), Secret(SiloContainer, "PGPASSWORD"));
    }

    [Fact]
    public void Traces_go_to_the_collector_which_hands_them_on()
    {
        var receiver = new Uri(Variable(SiloContainer, "OTEL_EXPORTER_OTLP_ENDPOINT")!);
        Assert.Equal($"{receiver.Port}", Object("Service", receiver.Host)["spec"]["ports"].Entries.Single()["port"].Text);
        var settings = Documents("deploy/collector.yaml").Single();
        Assert.EndsWith($":{receiver.Port}", settings["receivers"]["otlp"]["protocols"]["grpc"]["endpoint"].Text);
        foreach (var (_, pipeline) in settings["service"]["pipelines"].Pairs)
            foreach (var (stage, names) in pipeline.Pairs) Assert.All(names.Names, name => Assert.True(settings[stage][name].IsThere, $"{stage}: {name}"));
        var collector = Containers.Single(c => c["name"].Text == "collector");
        Assert.Contains("${env:TRACES_TO}", settings["exporters"]["otlp_grpc"]["endpoint"].Text);
        Assert.NotNull(Variable(collector, "TRACES_TO"));
        var generated = Kustomization["configMapGenerator"].Entries.Single();
        Assert.Equal($"--config={collector["volumeMounts"].Entries.Single()["mountPath"].Text}/{generated["files"].Names.Single()}", collector["args"].Names.Single());
    }

    [Fact]
    public void Only_silos_reach_silos_store_and_collector()
    {
        foreach (var workload in Workloads)
        {
            var name = workload["metadata"]["name"].Text;
            var policy = Object("NetworkPolicy", name)["spec"];
            Assert.Equal(workload["spec"]["selector"]["matchLabels"]["app"].Text, policy["podSelector"]["matchLabels"]["app"].Text);
            var ports = workload["spec"]["template"]["spec"]["containers"].Entries.Single()["ports"].Entries.Select(p => p["name"].Text).ToArray();
            foreach (var rule in policy["ingress"].Entries)
            {
                Assert.All(rule["ports"].Entries, p => Assert.Contains(p["port"].Text, ports));
                if (rule["ports"].Entries.Any(p => p["port"].Text != "health")) Assert.Equal("silo", rule["from"].Entries.Single()["podSelector"]["matchLabels"]["app"].Text);
            }
        }
    }

    [Fact]
    public void Nobody_is_root()
    {
        Assert.All(Workloads, w => Assert.Equal("true", w["spec"]["template"]["spec"]["securityContext"]["runAsNonRoot"].Text));
        Assert.All(Containers, c => Assert.Equal("false", c["securityContext"]["allowPrivilegeEscalation"].Text));
    }

    private static string Secret(Node container, string variable)
    {
        var reference = container["env"].Entries.Single(e => e["name"].Text == variable)["valueFrom"]["secretKeyRef"];
        return $"{reference["name"].Text}/{reference["key"].Text}";
    }
}
