using System.Collections.Immutable;
using VirtAlliance.Scenarios.History;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Shipped;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>Fetches a scenario by the name of its file, or of a shipped scenario, with the files that it names.</summary>
public static class ScenarioSource
{
    /// <summary>A submission of the whole scenario, with nothing overridden. A file goes before a shipped scenario of the same name.</summary>
    /// <exception cref="ScenarioException">There is no such scenario, or its file is too large or no text.</exception>
    public static StudyRequest Load(string fileOrName)
    {
        if (File.Exists(fileOrName)) return FromFile(fileOrName);
        if (ShippedScenarios.Text(fileOrName) is { } shipped) return new StudyRequest { Name = fileOrName, Text = shipped };
        var expected = $"a scenario file or a shipped scenario ({string.Join(", ", ShippedScenarios.List)})";
        throw Unusable(new Place(fileOrName, 1, 1), Findings.Message(" no such file", expected, null) + Suggestion(fileOrName));
    }

    private static StudyRequest FromFile(string file)
    {
        var text = FileText.Read(file, file, "a scenario");
        return new StudyRequest { Name = file, Text = text, Attachments = Attachments(file, text) };
    }

    /// <summary>The history's file, if the scenario names one that is there; what is missing is reported by its reader.</summary>
    private static ImmutableSortedDictionary<string, string> Attachments(string file, string text)
    {
        if (HistoryReader.FileIn(text) is not { } name || Path.IsPathRooted(name)) return ImmutableSortedDictionary<string, string>.Empty;
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name);
        return File.Exists(path) ? ImmutableSortedDictionary<string, string>.Empty.Add(name, FileText.Read(path, name, "a CSV file")) : ImmutableSortedDictionary<string, string>.Empty;
    }

    private static string Suggestion(string name) => Nearest.Of(name, ShippedScenarios.List) is { } near ? $"; did you mean '{near}'?" : "";

    private static ScenarioException Unusable(Place place, string message) => new([$"{place}: {message}"]);
}
