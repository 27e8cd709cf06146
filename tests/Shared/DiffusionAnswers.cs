using System.Collections.Immutable;

namespace VirtAlliance.Tests.Shared;

/// <summary>Bass's diffusion, p = 0.03 and q = 0.38 a year, a year cut into 40 steps: one product that everybody keeps who tries it.</summary>
public static class DiffusionAnswers
{
    /// <summary>A year in quarters of the scenario.</summary>
    private const int Steps = 40;

    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownAnswer> All { get; } =
    [
        new("Bass, p=0.03 q=0.38", Yaml,
        [
            Adopters(1, 0.0357581642564416), Adopters(2, 0.0850562814021822), Adopters(3, 0.150500071963713), Adopters(5, 0.331198642491373),
            Adopters(8, 0.65173758595855), Adopters(10, 0.812803221221346), Adopters(15, 0.971609639810987), Adopters(20, 0.996259414502416),
        ]),
    ];

    private static string Yaml =>
        """
        scenario: bass
        starts: 2000-Q1
        quarters: 800
        seed: 3
        technologies: { any: {} }
        vendors: { seller: {} }
        products: { thing: { vendor: seller, technology: any, price-usd: 0 } }
        segments:
          everybody:
            customers: 1_000_000
            contract-quarters: 40
            adoption: { innovation: 0.00075, imitation: 0.0095 }
            liking: { thing: 40 }
        """;

    /// <summary>Within one per cent. Of a million customers a year's first adopters are known to half of that; forty steps a year cost as much again.</summary>
    private static CustomerShare Adopters(int year, double share) => new(year * Steps - 1, 0, share, 0.01 * share);
}
