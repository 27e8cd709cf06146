using System.Text.RegularExpressions;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>The deployment files say only what the program takes; no container engine is needed to know.</summary>
public sealed partial class DeploymentTests
{
    [Theory]
    [InlineData("deploy/Dockerfile")]
    [InlineData("docker-compose.yml")]
    public void Every_variable_is_one_that_a_silo_reads(string file)
    {
        var used = Variable().Matches(Text(file)).Select(m => m.Value).Distinct().ToArray();
        Assert.NotEmpty(used);
        Assert.All(used, v => Assert.Contains(v, SiloVariables.All));
    }

    [Fact]
    public void The_silos_page_tells_of_every_variable() =>
        Assert.All(SiloVariables.All, v => Assert.Contains($"`{v}`", Text("src/VirtAlliance.Silo/README.md")));

    [Fact]
    public void The_composed_silo_starts_with_its_settings()
    {
        var values = ComposeEntry().Matches(Text("docker-compose.yml")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var settings = SiloVariables.Read(values.GetValueOrDefault);
        settings.Check();
        Assert.True(settings.BeyondLoopback);
        var exposed = Exposed().Match(Text("deploy/Dockerfile")).Groups[1].Value.Split(' ');
        Assert.Equal(new[] { $"{settings.SiloPort}", $"{settings.GatewayPort}" }, exposed);
    }

    [Fact]
    public void Nothing_is_published_and_the_network_is_internal()
    {
        Assert.DoesNotContain("ports:", Text("docker-compose.yml"));
        Assert.Contains("internal: true", Text("docker-compose.yml"));
    }

    [Fact]
    public void The_image_starts_the_silo_as_an_ordinary_user_from_projects_that_exist()
    {
        var image = Text("deploy/Dockerfile");
        Assert.Contains($"\"{typeof(SiloHost).Assembly.GetName().Name}.dll\"", image);
        Assert.Contains("USER $APP_UID", image);
        foreach (Match copied in Copied().Matches(image))
            Assert.All(copied.Groups[1].Value.Split(' ')[..^1], path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot, path)), path));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryRoot, file));

    private static string RepositoryRoot { get; } = Root(AppContext.BaseDirectory);

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "VirtAlliance.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("VIRTALLIANCE_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("^ +(VIRTALLIANCE_[A-Z_]+): \"?([^\"\n]+)\"?$", RegexOptions.Multiline)]
    private static partial Regex ComposeEntry();

    [GeneratedRegex("^EXPOSE (.+)$", RegexOptions.Multiline)]
    private static partial Regex Exposed();

    [GeneratedRegex("^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copied();
}
