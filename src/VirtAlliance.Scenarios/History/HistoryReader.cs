using System.Collections.Immutable;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.History;

/// <summary>Reads observed shares, from the scenario itself or from a CSV file beside it.</summary>
internal static class HistoryReader
{
    /// <summary>Name of the CSV file that a scenario's text names; null if it names none, or cannot be read.</summary>
    public static string? FileIn(string text) =>
        (YamlTree.OfFile(text, "", new Findings()) as Map)?[ScenarioKeys.History.Name] is Scalar { IsEmpty: false } file ? file.Text : null;

    /// <summary>Puts the rows of a CSV file where the scenario names the file.</summary>
    public static void Attach(Map root, IReadOnlyDictionary<string, string> attachments, Action<Place, string> report)
    {
        if (root.Find(ScenarioKeys.History.Name) is not { Value: Scalar { IsEmpty: false } file } entry) return;
        if (attachments.TryGetValue(file.Text, out var text)) root.Put(entry with { Value = CsvTree.Read(text, file.Text) });
        else report(file.Place, Findings.Message(file.Text, "a list of observations, or a CSV file that is there", attachments.Keys));
    }

    /// <summary>The observations; faults of their shapes are reported elsewhere.</summary>
    public static ImmutableArray<HistoryRow> Read(Map root, Checking checking) =>
        [.. root.List(ScenarioKeys.History).OfType<Map>().Select(r => Row(r, checking)).OfType<HistoryRow>()];

    private static HistoryRow? Row(Map row, Checking checking)
    {
        var (low, high) = (row.RealOrNull(StudyKeys.Low), row.RealOrNull(StudyKeys.High));
        if (low > high) checking.Add(row[StudyKeys.High.Name]!, $"a number of at least low, which is {NumberText.Of(low.Value)}");
        if (row.Quarter(StudyKeys.At) is not { } at || checking.Starts is not { } starts) return null;
        var names = row[StudyKeys.ShareOf.Name] is Sequence list ? [.. list.Items.OfType<Scalar>().Select(s => s.Text)] : new[] { row.TextOrNull(StudyKeys.ShareOf) ?? "" };
        ImmutableArray<Subject> subjects = [.. names.Select(n => MeasureReader.ShareSubject(n, checking.Names)).OfType<Subject>()];
        if (subjects.IsEmpty) return null;
        var of = row.Text(StudyKeys.Of) switch { "orders" => ShareOf.Orders, "bookings" => ShareOf.Bookings, _ => ShareOf.Seats };
        var among = row.Text(StudyKeys.Among) == "market" ? ShareAmong.Market : ShareAmong.Products;
        return new HistoryRow(at.Since(starts), subjects, of, among, low ?? 0, high ?? 1, row.Text(StudyKeys.Use) == "hold-out");
    }
}
