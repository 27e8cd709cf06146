using System.Text.RegularExpressions;
using VirtAlliance.Client.Commands;

namespace VirtAlliance.Client.Tests;

/// <summary>How the console gets into a cluster's private network, wherever pages and deployment files say it.</summary>
public sealed partial class DeployedConsoleTests
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    private static readonly string ConsoleAssembly = $"{typeof(Entrance).Assembly.GetName().Name}.dll";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docker-compose.yml")]
    [InlineData("deploy/kustomization.yaml")]
    [InlineData("src/VirtAlliance.Silo/README.md")]
    public void Every_command_that_is_handed_to_a_deployed_console_is_one_it_takes(string file)
    {
        var commands = Handed().Matches(File.ReadAllText(Path.Combine(Root, file))).Select(m => m.Groups[1].Value.Trim()).ToArray();
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Empty(Client.Commands.Root.Build().Parse(command).Errors));
    }

    [Fact]
    public void The_composed_console_and_the_one_in_a_silos_container_are_this_program()
    {
        Assert.Contains($"entrypoint: [dotnet, {ConsoleAssembly}]", File.ReadAllText(Path.Combine(Root, "docker-compose.yml")));
        Assert.Contains($"-- dotnet {ConsoleAssembly} ", File.ReadAllText(Path.Combine(Root, "deploy/kustomization.yaml")));
        Assert.Contains("dotnet publish src/VirtAlliance.Client ", File.ReadAllText(Path.Combine(Root, "deploy/Dockerfile")));
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "VirtAlliance.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    /// <summary>What follows "docker compose run … console" or "kubectl … -- dotnet virtalliance.dll", up to the line's or the code's end.</summary>
    [GeneratedRegex(@"(?:docker compose run [^`\n]*?\bconsole|-- dotnet virtalliance\.dll) ([a-z][^`\n]*)")]
    private static partial Regex Handed();
}
