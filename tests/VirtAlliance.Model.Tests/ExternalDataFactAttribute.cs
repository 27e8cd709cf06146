namespace VirtAlliance.Model.Tests;

/// <summary>A fact that reads a file of <c>../shared</c>, as seen from the repository's root; skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExternalDataFactAttribute : FactAttribute
{
    public ExternalDataFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file))) Skip = $"../shared/{file} is not there";
    }

    /// <summary>Rows of the file after its header, cut at commas.</summary>
    public static string[][] Rows(string file) => [.. Lines(file).Skip(1).Select(l => l.Split(','))];

    /// <summary>All lines of the file.</summary>
    public static IEnumerable<string> Lines(string file) => File.ReadLines(PathOf(file));

    /// <summary>The repository's root.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtAlliance.sln"))) folder = folder.Parent;
            return folder?.FullName ?? "";
        }
    }

    private static string PathOf(string file) => Path.Combine(Root, "..", "shared", file);
}
