using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Opening;
using VirtAlliance.Scenarios.Building;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Checks;

/// <summary>What <c>scenario check FILE</c> says of a sound file.</summary>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Defaults">Every default used.</param>
/// <param name="Opening">What the model makes of it at the opening; null: its likings do not settle, which is among the warnings.</param>
/// <param name="Warnings">Keys without effect, prices that cannot rest, shares that cannot be reached.</param>
public sealed record ScenarioCheck(string Scenario, ImmutableArray<UsedDefault> Defaults, OpeningFigures? Opening, ImmutableArray<string> Warnings)
{
    /// <exception cref="ScenarioException">The file or an option is unusable.</exception>
    public static ScenarioCheck Of(StudyRequest request)
    {
        var findings = new Findings();
        var tree = ScenarioTree.Read(request, findings);
        findings.Throw();
        var root = tree!.Root;
        var market = MarketBuilder.Build(root, request.Quarters);
        var warnings = ImmutableArray.CreateBuilder<string>();
        var opening = Figures(new RunDefinition(market, market, request.Seed ?? (uint)root.Whole(ScenarioKeys.Seed), 0), warnings);
        warnings.AddRange(IdleKeys.Of(root, market));
        return new ScenarioCheck(market.Scenario, UsedDefaults.Of(root), opening, warnings.ToImmutable());
    }

    /// <summary>The check as text, one fact a line.</summary>
    public string Text() => CheckText.Of(this);

    private static OpeningFigures? Figures(RunDefinition run, ImmutableArray<string>.Builder warnings)
    {
        try
        {
            var figures = OpeningFigures.Of(run);
            foreach (var product in figures.Conduct.Where(c => c.IsSet && c.Conduct <= 0))
                warnings.Add($"products.{product.Product}.price-usd: no conduct lets this price rest, so that the product keeps it");
            return figures;
        }
        catch (LikingsDivergedException e)
        {
            warnings.Add(e.Message);
            return null;
        }
    }
}
