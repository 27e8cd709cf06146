using System.Text;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.History;

/// <summary>CSV with a header (RFC 4180) as a list of mappings, so that the same keys and rules hold as for rows in the scenario itself.</summary>
internal static class CsvTree
{
    public static Sequence Read(string text, string file)
    {
        var list = new Sequence(new Place(file, 1, 1));
        var rows = Rows(text, file);
        if (rows.Count == 0) return list;
        foreach (var row in rows.Skip(1).Where(r => r.Any(c => c.Text.Length > 0)))
        {
            var map = new Map(row[0].Place);
            for (var i = 0; i < row.Count; i++)
                if (row[i].Text.Length > 0) map.Put(new MapEntry(i < rows[0].Count ? rows[0][i].Text : $"column {i + 1}", i < rows[0].Count ? rows[0][i].Place : row[i].Place, row[i]));
            list.Items.Add(map);
        }
        return list;
    }

    private static List<List<Scalar>> Rows(string text, string file)
    {
        var rows = new List<List<Scalar>>();
        var (line, start) = (1, 0);
        for (var at = 0; at < text.Length;)
        {
            var row = new List<Scalar>();
            do
            {
                var place = new Place(file, line, at - start + 1);
                row.Add(new Scalar(place, Cell(text, ref at, ref line, ref start), plain: true));
            }
            while (at < text.Length && text[at++] == ',');
            rows.Add(row);
            if (at > 0 && text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            (line, start) = (line + 1, at);
        }
        return rows;
    }

    /// <summary>The cell at the position, which moves to the comma or line end behind it.</summary>
    private static string Cell(string text, ref int at, ref int line, ref int start)
    {
        var cell = new StringBuilder();
        var quoted = at < text.Length && text[at] == '"';
        if (quoted) at++;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"') at++;
            else if (quoted && c == '"')
            {
                quoted = false;
                continue;
            }
            else if (!quoted && c is ',' or '\r' or '\n' && !quoted) break;
            if (c == '\n') (line, start) = (line + 1, at + 1);
            cell.Append(c);
        }
        return cell.ToString().Trim();
    }
}
