using System.CommandLine;

namespace VirtAlliance.Client.Commands;

/// <summary>All commands.</summary>
internal static class Root
{
    public static RootCommand Build() => new("Simulates markets in which vendors form alliances around competing technologies.")
    {
        ListCommand.Build(),
        ShowCommand.Build(),
        ScenarioCommand.Build(),
        ClusterCommand.Build(),
    };
}
