using System.Globalization;
using Spectre.Console;
using VirtAlliance.Client.Answers;

namespace VirtAlliance.Client.Showing;

/// <summary>Studies, one a row.</summary>
internal static class StudyTable
{
    public static Table Of(IEnumerable<StudySummary> studies)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "study", "scenario", "status", "submitted (UTC)" }) table.AddColumn(name);
        foreach (var study in studies)
            table.AddRow(
                Markup.Escape(study.Study), Markup.Escape(study.Scenario), Markup.Escape(study.Error is null ? study.Status : $"{study.Status}: {study.Error}"),
                study.Created.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        return table;
    }
}
