using System.CommandLine;

namespace VirtAlliance.Client.Commands;

/// <summary>All commands.</summary>
internal static class Root
{
    public static RootCommand Build() => new("Simulates markets in which vendors form alliances around competing technologies.")
    {
        RunCommand.Build(),
        SubmitCommand.Build(),
        WatchCommand.Build(),
        CancelCommand.Build(),
        ResumeCommand.Build(),
        ListCommand.Build(),
        ShowCommand.Build(),
        VerifyCommand.Build(),
        DiffCommand.Build(),
        ExportCommand.Build(),
        TraceCommand.Build(),
        ScenarioCommand.Build(),
        CalibrateCommand.Build(),
        BothWaysCommand.Build(),
        ShapleyCommand.Build(),
        LandscapeCommand.Build(),
        ClusterCommand.Build(),
        BenchCommand.Build(),
    };
}
