using System.Collections.Immutable;
using System.Globalization;

namespace VirtAlliance.Tests.Shared;

/// <summary>Two technologies, each worth more the more run it: s = 1 / (1 + exp(−(v + g(2s − 1)))). Two outcomes are stable if g is above 2, one if it is not.</summary>
/// <remarks>
/// With g of 2.3 and more the one that comes a quarter late stays small, even if it is the better one: history decides. With g of 1.8 and 1.5 it catches up, whoever comes first.
/// Shares feed back on themselves, so sampling error is larger by 1 / (1 − slope), slope = 2 g s (1 − s).
/// </remarks>
public static class NetworkAnswers
{
    private const int Quarters = 100;

    /// <summary>What A comes to if it comes late, and if it comes first.</summary>
    private static readonly ImmutableArray<(double V, double G, double LateA, double FirstA)> Cases =
    [
        (0, 3, 0.0707201816799448, 0.929279818320055),
        (0.1, 3, 0.0830373968514312, 0.939005095079944),
        (-0.2, 4, 0.0168731453033652, 0.972981791212254),
        (0, 2.3, 0.2039225148794, 0.7960774851206),
        (0, 1.8, 0.5, 0.5),
        (0, 1.5, 0.5, 0.5),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownAnswer> All => [.. Cases.SelectMany(c => new[] { Market(c.V, c.G, lateA: true, c.LateA), Market(c.V, c.G, lateA: false, c.FirstA) })];

    /// <summary>The two stable points of a market.</summary>
    public static double[] Expected(double v, double g) => Cases.Where(c => c.V == v && c.G == g).Select(c => new[] { c.LateA, c.FirstA }).Single();

    private static KnownAnswer Market(double v, double g, bool lateA, double share)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"network v={v} g={g}, {(lateA ? "A" : "B")} comes late");
        return new(name, Yaml(v, g, lateA), [CustomerShare.Sampled(Quarters - 1, 0, share, KnownAnswers.Customers, 1 / (1 - 2 * g * share * (1 - share)))]);
    }

    private static string Yaml(double v, double g, bool lateA) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        scenario: network
        starts: 2000-Q1
        quarters: {{Quarters}}
        technologies: { a: {}, b: {} }
        vendors: { seller: {} }
        products:
          of-a: { vendor: seller, technology: a, price-usd: 0, enters: 2000-Q{{(lateA ? 2 : 1)}} }
          of-b: { vendor: seller, technology: b, price-usd: 0, enters: 2000-Q{{(lateA ? 1 : 2)}} }
        segments:
          everybody:
            customers: {{KnownAnswers.Customers}}
            contract-quarters: 1
            adoption: { innovation: 1, imitation: 0 }
            switching-cost: 0
            network-taste: {{g}}
            liking: { of-a: {{40 + v}}, of-b: 40 }
        """);
}
