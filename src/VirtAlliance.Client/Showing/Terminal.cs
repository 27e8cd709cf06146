using Spectre.Console;

namespace VirtAlliance.Client.Showing;

/// <summary>Standard output for tables: as wide as the terminal, or wide enough for any where there is none.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 200;

    public static IAnsiConsole Out { get; } = Create();

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
