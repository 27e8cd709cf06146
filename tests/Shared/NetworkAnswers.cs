using System.Collections.Immutable;
using System.Globalization;

namespace VirtAlliance.Tests.Shared;

/// <summary>Two technologies, each worth more the more run it: s = 1 / (1 + exp(−(v + g(2s − 1)))). Two outcomes are stable if g is above 2, one if it is not.</summary>
/// <remarks>
/// With g of 3 and 4 the one that comes a quarter late stays small although it is the better one: history decides. With g of 1.5 it catches up, whoever comes first.
/// Shares feed back on themselves, so sampling error is larger by 1 / (1 − slope), slope = 2 g s (1 − s).
/// </remarks>
public static class NetworkAnswers
{
    private const int Quarters = 100;

    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownAnswer> All { get; } =
    [
        Market(0, 3, lateA: true, 0.0707201816799448), Market(0, 3, lateA: false, 0.929279818320055),
        Market(0.1, 3, lateA: true, 0.0830373968514312), Market(0.1, 3, lateA: false, 0.939005095079944),
        Market(-0.2, 4, lateA: true, 0.0168731453033652), Market(-0.2, 4, lateA: false, 0.972981791212254),
        Market(0, 1.5, lateA: true, 0.5), Market(0, 1.5, lateA: false, 0.5),
    ];

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
