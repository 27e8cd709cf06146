using System.CommandLine;

namespace VirtAlliance.Client.Options;

/// <summary><c>--json</c>: one document on standard output, and nothing else there.</summary>
internal static class JsonOption
{
    public static Option<bool> Build() => new("--json") { Description = "One JSON document on standard output, nothing else there" };
}
