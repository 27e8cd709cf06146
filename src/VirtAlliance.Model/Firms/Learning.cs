using System.Collections.Immutable;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>How research becomes quality.</summary>
public static class Learning
{
    /// <summary>q of a technology with <paramref name="knowledgeUsd"/>: <c>q₀ + η ln(K / K₀)</c> plus all shocks up to <paramref name="quarter"/>.</summary>
    public static double Quality(MarketDefinition market, int technology, double knowledgeUsd, int quarter)
    {
        var known = market.Technologies[technology];
        var quality = known.Quality + known.Learning * ExactMath.Log(knowledgeUsd / known.KnowledgeUsd);
        foreach (var shock in market.Events.OfType<QualityShock>())
            if (shock.Technology == technology && shock.At <= quarter) quality += shock.Quality;
        return quality;
    }

    /// <summary>All technologies after a quarter's effective research [USD]: <c>K ← (1−δ)K + research + community + spill-overs of others' research</c>.</summary>
    public static ImmutableArray<TechnologyState> Next(
        MarketDefinition market, ImmutableArray<TechnologyState> technologies, ReadOnlySpan<double> effectiveUsd, int quarter)
    {
        var next = ImmutableArray.CreateBuilder<TechnologyState>(technologies.Length);
        for (var technology = 0; technology < technologies.Length; technology++)
        {
            var terms = market.Technologies[technology];
            var knowledge = (1 - terms.Depreciation) * technologies[technology].KnowledgeUsd + effectiveUsd[technology] + terms.CommunityUsd;
            for (var other = 0; other < terms.Spillover.Length; other++)
                if (other != technology) knowledge += terms.Spillover[other] * effectiveUsd[other];
            next.Add(new TechnologyState(knowledge, Quality(market, technology, knowledge, quarter)));
        }
        return next.MoveToImmutable();
    }
}
