using System.Collections.Immutable;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

/// <summary>A sound file, ways to break it, and what is then reported.</summary>
internal static class Broken
{
    /// <summary>Sound; breaking one line of it keeps the others' numbers.</summary>
    public const string Sound = """
        scenario: sound
        starts: 2020-Q1
        quarters: 8
        seed: 7
        technologies:
          shut: {}
          free: { openness: 1, depreciation: 0.05, spillover: { shut: 0.1 } }
        vendors:
          giant: { price: { rule: bertrand }, cross-sell: 0.5 }
          rival: { price: { rule: follow, product: alpha, share: 0.9 } }
          maker: { channels: 0.5, research: { split: { free: 1 } } }
        products:
          alpha: { vendor: giant, technology: shut, price-usd: 200 }
          beta: { vendor: rival, technology: free, price-usd: 120 }
          late: { vendor: maker, technology: free, price-usd: 100, enters: 2020-Q3 }
        segment-defaults: { price-taste: { mean: -0.5, spread: 0.2 } }
        segments:
          firms:
            customers: 1000
            shares: { alpha: 0.3, beta: 0.1, none: 0.6 }
            liking: { late: 0.5 }
        alliances:
          club: { technology: free, leader: maker, members: { gold: [rival] }, tiers: { gold: { dues-usd: 10 } } }
        events:
          - { at: 2020-Q2, price: { product: alpha, by: -0.1 } }
          - { at: 2020-Q4, leaves: { alliance: club, vendor: rival } }
        arms:
          with: {}
          without: { remove: [alliances.club] }
          dear: { set: { products.alpha.price-usd: 300 } }
        baseline: without
        uncertain:
          - { path: vendors.maker.channels, scale: { uniform: [0.9, 1.1] } }
        history:
          - { at: 2020-Q4, share: alpha, low: 0.5, high: 0.7 }
        claims:
          - { id: gains, measure: { gain: maker, in: with }, holds-when: { above: 0 } }
        """;

    public static string With(string line, string instead)
    {
        Assert.Contains(line, Sound, StringComparison.Ordinal);
        return Sound.Replace(line, instead, StringComparison.Ordinal);
    }

    public static ImmutableArray<string> Errors(string text, params string[] sets)
    {
        try
        {
            StudyPlan.Expand(new StudyRequest { Text = text, Name = "f.yaml", Sets = [.. sets], Replicates = 3 });
            return [];
        }
        catch (ScenarioException e)
        {
            return e.Errors;
        }
    }
}
