using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Results.Tables;

/// <summary>Writes all tables of a study to a folder, one file each.</summary>
public static class CsvExport
{
    /// <summary>All files or none appear; those that are there already are replaced.</summary>
    /// <param name="store">Where the ledgers are.</param>
    /// <param name="study">Whose claims are written.</param>
    /// <param name="runs">In their order; one that has not even opened adds a row to <c>runs</c> only.</param>
    /// <param name="folder">Made if it is missing.</param>
    /// <param name="cancellation">Stops the export; nothing appears.</param>
    /// <returns>The files.</returns>
    /// <exception cref="InvalidDataException">A ledger is broken or unreadable.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<ImmutableArray<string>> Write(
        IRunStore store, StudyRow study, IReadOnlyList<RunRow> runs, string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var files = new List<CsvFile>();
        try
        {
            files.AddRange(ResultTable.All.Select(t => new CsvFile(folder, t.Name, t.Columns)));
            foreach (var row in runs)
                if (await StoredRun.Read(store, row, cancellation).ConfigureAwait(false) is { } run)
                    for (var i = 0; i < ResultTable.All.Length; i++) files[i].Write(ResultTable.All[i].Rows(run));
            files.Add(CsvFile.Of(folder, RunsTable.Name, RunsTable.Columns, RunsTable.Rows(runs)));
            files.Add(CsvFile.Of(folder, ClaimsTable.Name, ClaimsTable.Columns, ClaimsTable.Rows(VerdictJson.Read(study.Result))));
            foreach (var file in files) file.Finish();
            foreach (var file in files) file.Publish();
            return [.. files.Select(f => f.File)];
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
    }
}
