using System.Runtime.Intrinsics;
using CsCheck;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Opening;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Model.Tests.Demand;

/// <summary>MODEL.md §9, law 5: what does not matter to choice.</summary>
public sealed class ChoiceLawTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void A_constant_added_to_all_utilities_changes_no_probability() =>
        Gen.Select(Gen.Double[-5, 5].Array[2, 8], Gen.Double[-300, 300]).Sample((utilities, constant) =>
        {
            var (plain, shifted) = (Chances(utilities), Chances([.. utilities.Select(u => u + constant)]));
            for (var j = 0; j < plain.Length; j++) Assert.Equal(plain[j], shifted[j], Tolerance);
        });

    [Fact]
    public void Prices_and_price_tastes_rescaled_together_change_no_probability() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 9]).Sample(
            (seed, factor) =>
            {
                var market = RandomMarket.Of(seed);
                market = market with { Segments = [.. market.Segments.Select(s => s with { Liking = [.. s.Liking.Select(l => l ?? 0)] })] };
                var rescaled = market with
                {
                    Products = [.. market.Products.Select(p => p with { PriceCents = p.PriceCents * factor })],
                    Segments = [.. market.Segments.Select(s => s with { PriceTaste = s.PriceTaste with { Mean = s.PriceTaste.Mean - Math.Log(factor) } })],
                };
                for (var s = 0; s < market.Segments.Length; s++)
                {
                    var (plain, other) = (Panel(market, s), Panel(rescaled, s));
                    var all = Math.Max(1e6, plain.DemandMilli.Sum());
                    for (var j = 0; j < market.Products.Length; j++) Assert.Equal(plain.DemandMilli[j] / all, other.DemandMilli[j] / all, Tolerance);
                }
            },
            iter: 50);

    private static unsafe double[] Chances(double[] utilities)
    {
        var memory = stackalloc byte[PanelTile.Bytes(utilities.Length)];
        var none = utilities.Length - 1;
        var (tile, sums, ones) = (new PanelTile(memory), new PanelSums(none), new Vector512<double>[PanelTile.Groups]);
        for (var g = 0; g < PanelTile.Groups; g++)
        {
            for (var j = 0; j < utilities.Length; j++) tile.Of(j)[g] = Vector512.Create(utilities[j]);
            (tile.Best[g], tile.Weights[g], ones[g]) = (Vector512.Create(utilities.Max()), Vector512.Create(1.0 / BlockLayout.TileSize), Vector512<double>.One);
        }
        fixed (Vector512<double>* sensitivity = ones) sums.Add(tile, none, sensitivity);
        return [.. Enumerable.Range(0, none).Select(sums.Demand)];
    }

    private static PanelFigures Panel(MarketDefinition definition, int segment)
    {
        var market = new Market(new RunDefinition(definition, definition, 5, 0));
        return MarketOpening.Panel(market, segment, Likings.Solve(market, segment));
    }
}
