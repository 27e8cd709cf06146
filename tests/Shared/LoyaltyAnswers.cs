using System.Collections.Immutable;
using System.Globalization;

namespace VirtAlliance.Tests.Shared;

/// <summary>Two brands and loyalty λ to the one last bought: A is worth v more; who bought B and turns to A pays λ, and the reverse.</summary>
/// <remarks>The chance to stay with a brand shows in the first quarter in which the other is there too.</remarks>
public static class LoyaltyAnswers
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownAnswer> All => [.. Cases.SelectMany(c => Market(c.V, c.Loyalty, c.StayA, c.StayB, c.LongRunA))];

    private static readonly ImmutableArray<(double V, double Loyalty, double StayA, double StayB, double LongRunA)> Cases =
    [
        (0, 1, 0.731058578630005, 0.731058578630005, 0.5),
        (0.5, 1, 0.817574476193644, 0.622459331201855, 0.674220468636039),
        (1, 3, 0.982013790037908, 0.880797077977882, 0.868894789973875),
    ];

    /// <summary>Staying with A, staying with B, and A's share in the long run.</summary>
    public static double[] Expected(double v, double loyalty) => Cases.Where(c => c.V == v && c.Loyalty == loyalty).Select(c => new[] { c.StayA, c.StayB, c.LongRunA }).Single();

    private static IEnumerable<KnownAnswer> Market(double v, double loyalty, double stayA, double stayB, double longRunA)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"two brands, v={v} lambda={loyalty}");
        yield return new($"{name}: staying with A, and the long run", Yaml(v, loyalty, late: "b"), [Share(1, 0, stayA), Share(59, 0, longRunA)]);
        yield return new($"{name}: staying with B, and the long run", Yaml(v, loyalty, late: "a"), [Share(1, 1, stayB), Share(59, 0, longRunA)]);
    }

    private static CustomerShare Share(int quarter, int product, double value) => CustomerShare.Sampled(quarter, product, value, KnownAnswers.Customers);

    private static string Yaml(double v, double loyalty, string late) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        scenario: loyalty
        starts: 2000-Q1
        quarters: 60
        technologies: { any: {} }
        vendors: { seller: {} }
        products:
          a: { vendor: seller, technology: any, price-usd: 0, enters: 2000-Q{{(late == "a" ? 2 : 1)}} }
          b: { vendor: seller, technology: any, price-usd: 0, enters: 2000-Q{{(late == "b" ? 2 : 1)}} }
        segments:
          everybody:
            customers: {{KnownAnswers.Customers}}
            contract-quarters: 1
            adoption: { innovation: 1, imitation: 0 }
            switching-cost: {{loyalty}}
            liking: { a: {{40 + v}}, b: 40 }
        """);
}
