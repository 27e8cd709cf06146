using Spectre.Console;

namespace VirtAlliance.Client.Showing;

/// <summary>A line over a table.</summary>
internal static class Heading
{
    public static void Write(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
