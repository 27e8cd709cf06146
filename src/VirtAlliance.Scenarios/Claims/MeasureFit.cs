using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Whether a measure means something in its arms: its subject is there, and the arm of a regret differs in the right way.</summary>
internal sealed class MeasureFit(IReadOnlyList<(string Name, Map Tree)> arms, Checking checking)
{
    public void Check(FigureMeasure figure, Node subject)
    {
        var arm = Tree(figure.Arm);
        if (SectionOf(figure.Subject.Kind) is { } section && !Has(arm, section, figure.Subject.Id))
            checking.Report(subject.Place, $"found {Findings.Quote(figure.Subject.Id)}, which the arm {Findings.Quote(figure.Arm)} does not have, expected one of {List(arm, section)}");
        if (figure is { Alliance: { } alliance } && !Has(arm, ScenarioKeys.Alliances, alliance))
            checking.Report(subject.Place, $"found the alliance {Findings.Quote(alliance)}, which the arm {Findings.Quote(figure.Arm)} does not have, expected one of {List(arm, ScenarioKeys.Alliances)}");
        else if (figure.Kind == MeasureKind.Regret && figure.Alliance is not null) CheckRegret(figure, subject);
        if (figure.Kind == MeasureKind.AimReached && Alliance(arm, figure.Subject.Id) is { } terms && terms[AllianceKeys.Aim.Name] is null)
            checking.Report(subject.Place, $"found {Findings.Quote(figure.Subject.Id)}, which states no aim, expected an alliance with one");
    }

    private void CheckRegret(FigureMeasure figure, Node subject)
    {
        var vendor = figure.Subject.Id;
        var without = Alliance(Tree(figure.Against!), figure.Alliance!);
        var expected = figure.Regret switch
        {
            RegretKind.Existence => without is null ? null : $"an arm without the alliance {figure.Alliance}",
            RegretKind.Participation => without is not null && !Joins(Tree(figure.Against!), without, figure.Alliance!, vendor) ? null : $"an arm with the alliance {figure.Alliance}, but without {vendor} in it",
            _ => without is not null && Joins(Tree(figure.Against!), without, figure.Alliance!, vendor) && DuesAreNil(Tree(figure.Against!), without, figure.Alliance!, vendor)
                ? null : $"an arm with {vendor} in the alliance {figure.Alliance}, and its dues at 0",
        };
        if (expected is not null) checking.Report(subject.Place, $"found a regret against the arm {Findings.Quote(figure.Against!)}, which does not fit, expected {expected}");
    }

    private static bool Joins(Map arm, Map alliance, string name, string vendor) =>
        alliance.TextOrNull(AllianceKeys.Leader) == vendor || AllianceRules.Listed(alliance).Any(m => m.Vendor.Text == vendor) || JoiningTiers(arm, alliance, name, vendor).Any();

    private static bool DuesAreNil(Map arm, Map alliance, string name, string vendor)
    {
        var listed = AllianceRules.Listed(alliance).Where(m => m.Vendor.Text == vendor).Select(m => m.Tier).ToArray();
        if (listed.Length == 0 && alliance.TextOrNull(AllianceKeys.Leader) == vendor) listed = [AllianceRules.TierNames(alliance)[0]];
        return listed.Concat(JoiningTiers(arm, alliance, name, vendor)).All(t => (alliance.Map(AllianceKeys.Tiers)?[t] as Map).Real(TierKeys.Dues) == 0);
    }

    private static IEnumerable<string> JoiningTiers(Map arm, Map alliance, string name, string vendor) => arm.List(ScenarioKeys.Events).OfType<Map>()
        .Select(e => e.Map(EventKeys.Joins)).Where(j => j.TextOrNull(JoinsKeys.Alliance) == name && j.TextOrNull(JoinsKeys.Vendor) == vendor)
        .Select(j => j.TextOrNull(JoinsKeys.Tier) ?? AllianceRules.TierNames(alliance)[0]);

    private static Key? SectionOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Product => ScenarioKeys.Products,
        SubjectKind.Vendor => ScenarioKeys.Vendors,
        SubjectKind.Technology => ScenarioKeys.Technologies,
        SubjectKind.Alliance => ScenarioKeys.Alliances,
        SubjectKind.Segment => ScenarioKeys.Segments,
        _ => null,
    };

    private Map Tree(string arm) => arms.First(a => a.Name == arm).Tree;

    private static Map? Alliance(Map arm, string name) => arm.Map(ScenarioKeys.Alliances)?[name] as Map;

    private static bool Has(Map arm, Key section, string name) => arm.Map(section)?[name] is not null;

    private static string List(Map arm, Key section) => string.Join(", ", arm.Named(section).Select(e => e.Name).DefaultIfEmpty("none"));
}
