using System.Text.RegularExpressions;
using VirtAlliance.Silo.Hosting;
using static VirtAlliance.Silo.Tests.Hosting.DeploymentFiles;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The image, and what all deployment files have in common; no container engine is needed to know.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string[] OthersVariables =
    [
        "PGPASSWORD",                                                                       // read by the driver
        "OTEL_EXPORTER_OTLP_ENDPOINT",                                                      // read by the exporter
        "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "PGDATA", "TRACES_TO",         // read by other images
    ];

    [Fact]
    public void Every_variable_is_one_that_a_silo_reads()
    {
        var used = All.SelectMany(f => Variable().Matches(Text(f)).Select(m => m.Value)).Distinct().ToArray();
        Assert.Contains(SiloVariables.Store, used);
        Assert.All(used, v => Assert.Contains(v, SiloVariables.All));
    }

    [Fact]
    public void No_other_variable_is_set_than_those_known_to_be_read()
    {
        var set = Compose.Services.SelectMany(s => s.Value["environment"].Names).Concat(Kubernetes.Containers.SelectMany(c => c["env"].Entries.Select(e => e["name"].Text)));
        Assert.All(set.Distinct(), v => Assert.Contains(v, SiloVariables.All.Concat(OthersVariables)));
    }

    [Fact]
    public void The_silos_page_tells_of_every_variable() =>
        Assert.All(SiloVariables.All, v => Assert.Contains($"`{v}`", Text("src/VirtAlliance.Silo/README.md")));

    [Fact]
    public void The_image_starts_the_silo_as_an_ordinary_user_from_files_that_exist()
    {
        var image = Text("deploy/Dockerfile");
        Assert.EndsWith($"ENTRYPOINT [\"dotnet\", \"{SiloAssembly}\"]", image.TrimEnd());
        Assert.Contains("USER $APP_UID", image);
        foreach (Match copied in Copied().Matches(image))
            Assert.All(copied.Groups[1].Value.Split(' ')[..^1], path => Assert.True(Path.Exists(Path.Combine(Root, path)), path));
        Assert.True(Path.Exists(Path.Combine(Root, Published().Match(image).Groups[1].Value)));
    }

    [Fact]
    public void The_images_health_check_is_the_programs()
    {
        var image = Text("deploy/Dockerfile");
        Assert.Contains($"CMD [\"dotnet\", \"{SiloAssembly}\", \"{HealthQuestion.Command}\"]", image);
        Assert.NotEqual(0, ImageSettings().HealthPort);
    }

    [Fact]
    public void Every_deployment_uses_the_ports_that_the_image_exposes()
    {
        var exposed = Exposed().Match(Text("deploy/Dockerfile")).Groups[1].Value;
        foreach (var settings in (SiloSettings[])[Compose.SiloSettings(), Kubernetes.SiloSettings()])
            Assert.Equal(exposed, $"{settings.SiloPort} {settings.GatewayPort} {settings.HealthPort}");
    }

    private static string SiloAssembly => $"{typeof(SiloHost).Assembly.GetName().Name}.dll";

    private static SiloSettings ImageSettings()
    {
        var values = Environment().Match(Text("deploy/Dockerfile")).Groups[1].Value.Split(' ').Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        return SiloVariables.Read(values.GetValueOrDefault);
    }

    [GeneratedRegex("VIRTALLIANCE_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("^EXPOSE (.+)$", RegexOptions.Multiline)]
    private static partial Regex Exposed();

    [GeneratedRegex("^ENV (.+)$", RegexOptions.Multiline)]
    private static partial Regex Environment();

    [GeneratedRegex("^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex("^RUN dotnet publish (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Published();
}
