using System.Collections.Immutable;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.History;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Rules;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Studies;

/// <summary>A scenario's tree with overrides applied and every rule held to, its arms included.</summary>
/// <param name="Root">The tree before any arm's changes.</param>
/// <param name="Arms">Its arms, in the file's order.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="History">Its observations.</param>
/// <param name="Uncertain">Its uncertain numbers.</param>
internal sealed record ScenarioTree(
    Map Root, IReadOnlyList<ArmTree> Arms, ImmutableArray<Claim> Claims, ImmutableArray<HistoryRow> History, ImmutableArray<UncertainNumber> Uncertain)
{
    /// <summary>Name of the arm that others are compared with: stated, or the first.</summary>
    public string Baseline => Root.TextOrNull(ScenarioKeys.Baseline) ?? Arms[0].Name;

    /// <summary>Reads and checks; null, with findings, if there is nothing to go on with.</summary>
    public static ScenarioTree? Read(StudyRequest request, Findings findings)
    {
        var read = YamlTree.OfFile(request.Text, request.Name, findings);
        if (read is not Map root)
        {
            if (read is not null) findings.Add(read.Place, read.Shown, "a scenario in the form {key: value}");
            return null;
        }
        foreach (var set in request.Sets) Override(root, set, findings);
        HistoryReader.Attach(root, request.Attachments, findings.Add);
        ScenarioRules.Check(root, findings.Add);
        StudyRules.CheckArms(root, findings.Add);
        return CheckStudy(root, findings);
    }

    private static ScenarioTree CheckStudy(Map root, Findings findings)
    {
        var broken = findings.Any;
        var arms = ArmTree.Of(root);
        var trees = arms.Select(a => (a.Name, Tree: a.Check(root, broken, findings.Add))).ToArray();
        var checking = StudyRules.Check(root, trees.Select(t => t.Tree), findings.Add);
        var tree = new ScenarioTree(root, arms, [], [], UncertainNumber.Read(root, findings.Add));
        return tree with { Claims = new ClaimReader(trees, tree.Baseline, checking).Read(root), History = HistoryReader.Read(root, checking) };
    }

    private static void Override(Map root, string set, Findings findings)
    {
        var option = $"--set {set}";
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            findings.Add(Place.Option(option), set, "PATH=VALUE");
            return;
        }
        if (YamlTree.OfOption(set[(equals + 1)..], option, findings) is { } value)
            new TreeChanges(root, findings.Add).Set(set[..equals].Trim(), Place.Option(option), value);
    }
}
