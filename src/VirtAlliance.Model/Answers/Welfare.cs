namespace VirtAlliance.Model.Answers;

/// <summary>What customers have of one arm against another.</summary>
public static class Welfare
{
    /// <summary>Consumer surplus of the quarter [USD]; in one segment if it is not −1. Only differences between arms mean anything.</summary>
    public static double SurplusUsd(RunHistory history, int quarter, int segment = -1)
    {
        var panels = history.Quarters[quarter].Closed.Panels;
        Int128 cents = 0;
        for (var s = 0; s < panels.Length; s++)
            if (segment < 0 || s == segment) cents += panels[s].SurplusCents;
        return (double)cents / 100;
    }

    /// <summary>−Σ Δprice · seats of the quarter [USD]: what those who hold seats in <paramref name="against"/> would pay less for them at the prices of <paramref name="arm"/>.</summary>
    /// <remarks>Over products and segments that both arms have, surcharges included; seats at quarter's end. Positive: prices are lower in <paramref name="arm"/>.</remarks>
    public static double PriceEffectUsd(RunHistory arm, RunHistory against, int quarter, string? segment = null)
    {
        var (here, there) = (arm.Market.Definition, against.Market.Definition);
        Int128 cents = 0;
        for (var s = 0; s < there.Segments.Length; s++)
        {
            var same = here.IndexOfSegment(there.Segments[s].Id);
            if (same < 0 || (segment is not null && there.Segments[s].Id != segment)) continue;
            var trades = Trade.InSegment(there, against.Quarters[quarter], s);
            for (var j = 0; j < there.Products.Length; j++)
                if (here.IndexOfProduct(there.Products[j].Id) is >= 0 and var product)
                    cents -= (Int128)(Price(arm, quarter, same, product) - Price(against, quarter, s, j)) * trades[j].Seats;
        }
        return (double)cents / 100;
    }

    private static long Price(RunHistory history, int quarter, int segment, int product) => history.Quarters[quarter].Conditions.Segments[segment].PriceCents[product];
}
