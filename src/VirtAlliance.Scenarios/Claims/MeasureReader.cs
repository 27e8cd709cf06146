using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Reads measures, and holds them to the arms that they are about.</summary>
internal sealed class MeasureReader(IReadOnlyList<(string Name, Map Tree)> arms, string baseline, Checking checking)
{
    private static readonly MeasureKind[] BySegment =
        [MeasureKind.Share, MeasureKind.Price, MeasureKind.Bookings, MeasureKind.Leads, MeasureKind.CrossSellLift, MeasureKind.Hhi];

    private static readonly MeasureKind[] OfAlliances = [MeasureKind.GainShare, MeasureKind.GainLead, MeasureKind.Regret];

    /// <summary>The measure; null if its shape is wrong, which the shape check has reported.</summary>
    public Measure? Read(Map map)
    {
        foreach (var key in MeasureKeys.Combining)
            if (map[key.Name] is not null) return Combined(map, key);
        var name = MeasureNames.All.FirstOrDefault(n => map[n] is not null);
        return name is null ? null : Figure(map, MeasureNames.Find(name)!.Value, map[name]!);
    }

    private Measure? Combined(Map map, Key key)
    {
        foreach (var entry in map.Named().Where(e => e.Name != key.Name && MeasureKeys.Shape.Find(e.Name) is not null))
            checking.Report(entry.NamePlace, $"found '{entry.Name}' beside '{key.Name}', expected it in the measures of its list");
        var parts = map.List(key).Select(p => p is Map part ? Read(part) : null).ToArray();
        if (parts.Length == 0) checking.Report(map.Place, $"found no measure under '{key.Name}', expected at least one");
        if (parts.Length == 0 || parts.Contains(null)) return null;
        if (key == MeasureKeys.Least) return new LeastMeasure([.. parts.OfType<Measure>()]);
        if (key == MeasureKeys.Most) return new MostMeasure([.. parts.OfType<Measure>()]);
        if (parts is not [{ } first, { } second]) return null;
        return key == MeasureKeys.Ratio ? new RatioMeasure(first, second) : new DifferenceMeasure(first, second);
    }

    private FigureMeasure? Figure(Map map, MeasureKind kind, Node subject)
    {
        CheckKeys(map, kind);
        var span = Span(map);
        if (Arm(map, kind) is not { } arm || Subject(kind, subject) is not { } about) return null;
        var against = map.TextOrNull(MeasureKeys.Against) ?? (MeasureNames.Compares(kind) ? baseline : null);
        if (against == arm) checking.Report(map.Place, $"found a comparison of the arm {Findings.Quote(arm)} with itself, expected another arm under 'in' or 'against'");
        if (!arms.Any(a => a.Name == against || against is null)) return null;
        var figure = new FigureMeasure
        {
            Kind = kind,
            Subject = about,
            Arm = arm,
            Against = against,
            At = span.At,
            From = span.From,
            To = span.To,
            Segment = map.TextOrNull(MeasureKeys.Segment),
            Of = map.Text(MeasureKeys.Of) switch { "orders" => ShareOf.Orders, "bookings" => ShareOf.Bookings, _ => ShareOf.Seats },
            Among = map.Text(MeasureKeys.Among) == "market" ? ShareAmong.Market : ShareAmong.Products,
            Alliance = Array.IndexOf(OfAlliances, kind) < 0 ? null : Alliance(map, arm),
            Regret = (subject as Map).TextOrNull(MeasureKeys.RegretOf) switch { "participation" => RegretKind.Participation, "strategic" => RegretKind.Strategic, _ => RegretKind.Existence },
            FranchiseVendor = kind == MeasureKind.CrossSellLift ? (subject as Map).TextOrNull(MeasureKeys.LiftVendor) : null,
        };
        new MeasureFit(arms, checking).Check(figure, subject);
        return figure;
    }

    private void CheckKeys(Map map, MeasureKind kind)
    {
        Refuse(map, MeasureKeys.Of, kind == MeasureKind.Share, "share");
        Refuse(map, MeasureKeys.Among, kind == MeasureKind.Share, "share");
        Refuse(map, MeasureKeys.Alliance, OfAlliances.Contains(kind), "gain-share, gain-lead and regret");
        Refuse(map, MeasureKeys.Segment, BySegment.Contains(kind), string.Join(", ", BySegment.Select(MeasureNames.Of)));
    }

    private void Refuse(Map map, Key key, bool allowed, string where)
    {
        if (!allowed && map.Find(key.Name) is { } entry) checking.Report(entry.NamePlace, $"found '{key.Name}' beside a measure that has none, expected it only with {where}");
    }

    private (int? At, int? From, int? To) Span(Map map)
    {
        int? Number(Key key) => map.Quarter(key) is { } q && checking.Starts is { } starts ? q.Since(starts) : null;
        var (at, from, to) = (Number(MeasureKeys.At), Number(MeasureKeys.From), Number(MeasureKeys.To));
        if (at is not null && (from ?? to) is not null) checking.Report(map.Find(MeasureKeys.At.Name)!.NamePlace, "found 'at' beside 'from' or 'to', expected a quarter or a span");
        if (from > to) checking.Add(map[MeasureKeys.To.Name]!, $"a quarter from {map.TextOrNull(MeasureKeys.From)} on");
        return (at, from, to);
    }

    private string? Arm(Map map, MeasureKind kind)
    {
        if (map.TextOrNull(MeasureKeys.In) is { } stated) return arms.Any(a => a.Name == stated) ? stated : null;
        if (arms.Count == 1) return arms[0].Name;
        checking.Report(map.Place, $"found no 'in' beside '{MeasureNames.Of(kind)}', expected the arm it is taken in ({string.Join(", ", arms.Select(a => a.Name))})");
        return null;
    }

    private Subject? Subject(MeasureKind kind, Node node)
    {
        var name = (node as Scalar)?.Text ?? (node as Map).TextOrNull(kind == MeasureKind.CrossSellLift ? MeasureKeys.LiftProduct : MeasureKeys.RegretVendor);
        if (name is null) return null;
        return kind switch
        {
            MeasureKind.Share => ShareSubject(name, checking.Names),
            MeasureKind.Price or MeasureKind.CrossSellLift => new Subject(SubjectKind.Product, name),
            MeasureKind.Members or MeasureKind.Survives or MeasureKind.AimReached => new Subject(SubjectKind.Alliance, name),
            MeasureKind.Surplus or MeasureKind.PriceEffect => name == "all" ? new Subject(SubjectKind.All, "") : new Subject(SubjectKind.Segment, name),
            MeasureKind.Hhi => new Subject(name == "vendor" ? SubjectKind.ByVendor : SubjectKind.ByTechnology, ""),
            _ => new Subject(SubjectKind.Vendor, name),
        };
    }

    /// <summary>A product before a vendor before a technology of the same name; null: nothing has it.</summary>
    public static Subject? ShareSubject(string name, Names names) => names.KindOf(name, MeasureKeys.Sharing) switch
    {
        Refers.None => new Subject(SubjectKind.None, ""),
        _ when names.Has(Refers.Product, name) => new Subject(SubjectKind.Product, name),
        _ when names.Has(Refers.Vendor, name) => new Subject(SubjectKind.Vendor, name),
        _ => names.Has(Refers.Technology, name) ? new Subject(SubjectKind.Technology, name) : null,
    };

    private string? Alliance(Map map, string arm)
    {
        if (map.TextOrNull(MeasureKeys.Alliance) is { } stated) return stated;
        var all = arms.First(a => a.Name == arm).Tree.Named(ScenarioKeys.Alliances).Select(a => a.Name).ToArray();
        if (all.Length == 1) return all[0];
        checking.Report(map.Place, $"found no 'alliance' in the measure, expected one of those in the arm {Findings.Quote(arm)} ({(all.Length == 0 ? "there are none" : string.Join(", ", all))})");
        return null;
    }
}
