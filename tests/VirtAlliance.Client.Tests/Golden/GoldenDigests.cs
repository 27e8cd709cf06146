namespace VirtAlliance.Client.Tests.Golden;

/// <summary>The digests that shipped scenarios must have on every machine, by command line and arm: <c>digests.csv</c> beside this file.</summary>
/// <remarks>With VIRTALLIANCE_REWRITE_GOLDEN=true the tests write what they see into the source file instead, to be reviewed as a diff; <see cref="Model.ModelVersion"/> is raised along.</remarks>
internal static class GoldenDigests
{
    private const string FileName = "digests.csv";

    private static readonly Lock Writing = new();

    private static bool Rewrites => Environment.GetEnvironmentVariable("VIRTALLIANCE_REWRITE_GOLDEN") == "true";

    /// <summary>Holds the digests of a command's arms and replicates to the file.</summary>
    public static void Check(string command, IReadOnlyList<(string Arm, string Digest)> seen)
    {
        string[] rows = [.. seen.Select(s => $"{command},{s.Arm},{s.Digest}").Order(StringComparer.Ordinal)];
        if (Rewrites) Rewrite(command, rows);
        else Assert.Equal(rows, File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", FileName)).Where(r => r.StartsWith(command + ",", StringComparison.Ordinal)));
    }

    private static void Rewrite(string command, string[] rows)
    {
        lock (Writing)
        {
            var file = SourceFile();
            var others = File.ReadAllLines(file).Where(r => !r.StartsWith(command + ",", StringComparison.Ordinal));
            File.WriteAllLines(file, [.. others.Concat(rows).Order(StringComparer.Ordinal)]);
        }
    }

    private static string SourceFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtAlliance.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "VirtAlliance.Client.Tests", "Golden", FileName);
    }
}
