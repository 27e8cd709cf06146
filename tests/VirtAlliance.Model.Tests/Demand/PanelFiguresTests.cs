using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Tests.Customers;

namespace VirtAlliance.Model.Tests.Demand;

public sealed class PanelFiguresTests
{
    [Theory]
    [InlineData(11, 300)]
    [InlineData(12, 30_000)]
    [InlineData(13, 9_000)]
    [InlineData(14, 2_000)]
    [InlineData(15, 50)]
    public void Figures_are_the_sums_over_members_of_section_five(int seed, int customers)
    {
        var drawn = new DrawnMarket(seed, customers);
        using var panel = SegmentPanel.Birth(drawn.Market, 0, drawn.Likings);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var conditions = drawn.Conditions(quarter, customers / 3, customers);
            var sums = new PlainSums(drawn, panel, conditions);
            var figures = panel.Choose(conditions);
            for (var j = 0; j < drawn.Market.None; j++)
            {
                AssertClose(sums.Demand[j] * 1e3, figures.DemandMilli[j]);
                AssertClose(sums.Lambda[j] * 1e6, figures.LambdaMicro[j]);
                for (var l = 0; l < drawn.Market.None; l++) AssertClose(sums.Gamma[j, l] * 1e6, figures.GammaMicro[j * drawn.Market.None + l]);
            }
            AssertClose(sums.Surplus * 1e4, figures.SurplusCents);
        }
    }

    [Fact]
    public void Demand_moves_with_a_price_as_its_response_says()
    {
        var drawn = new DrawnMarket(21, 30_000);
        var scaled = drawn.Definition with { Segments = [drawn.Definition.Segments[0] with { StandsFor = 100_000 }] };
        var market = new Market(new(scaled, scaled, 1, 0));
        using var panel = SegmentPanel.Birth(market, 0, drawn.Likings);
        var conditions = drawn.Conditions(0, 10_000, 30_000);
        var before = PriceResponse.Of([panel.Figures(conditions)]);
        for (var l = 0; l < market.None; l++)
        {
            var dearer = PriceResponse.Of([panel.Figures(Raise(conditions, l, 2))]);
            var cheaper = PriceResponse.Of([panel.Figures(Raise(conditions, l, -2))]);
            for (var j = 0; j < market.None; j++)
                Assert.Equal((dearer.Demand[j] - cheaper.Demand[j]) / 4, before.Slope(j, l), 1e-6 * before.Demand[j]);
        }
    }

    private static MarketConditions Raise(MarketConditions conditions, int product, long cents)
    {
        var here = conditions.Segments[0];
        return conditions with { Segments = [here with { PriceCents = here.PriceCents.SetItem(product, here.PriceCents[product] + cents) }] };
    }

    private static void AssertClose(double expected, long actual) => Assert.Equal(expected, actual, 0.6 + 1e-11 * Math.Abs(expected));

    /// <summary>The same in plain code, by the library's functions.</summary>
    private sealed class PlainSums
    {
        private readonly DrawnMarket _drawn;
        private readonly MarketConditions _conditions;

        public PlainSums(DrawnMarket drawn, SegmentPanel panel, MarketConditions conditions)
        {
            (_drawn, _conditions) = (drawn, conditions);
            var none = drawn.Market.None;
            (Demand, Lambda, Gamma) = (new double[none], new double[none], new double[none, none]);
            var segment = drawn.Definition.Segments[0];
            var here = conditions.Segments[0];
            var layout = PanelLayout.Of(segment);
            var births = new BirthDraws(drawn.Market, 0);
            var trial = Math.Min(1, segment.Innovation + segment.Imitation * here.Adopters / here.AdoptersOf);
            for (var k = 0; k < layout.Members(here.Customers); k++)
            {
                var birth = births.Of(k * layout.Stride);
                var product = panel.ProductOf(k) == CustomerColumns.Absent ? none : panel.ProductOf(k);
                var weight = birth.Seats * (product == none ? (float)trial * (segment.ContractQuarters + 1) / 2.0 : 1);
                Add(birth, product, panel.FranchisesOf(k), weight * here.Customers / layout.Members(here.Customers) * segment.StandsFor);
            }
        }

        public double[] Demand { get; }

        public double[] Lambda { get; }

        public double[,] Gamma { get; }

        public double Surplus { get; private set; }

        private void Add(CustomerBirth birth, int product, byte franchises, double weight)
        {
            var segment = _drawn.Definition.Segments[0];
            var alpha = Math.Exp(segment.PriceTaste.Mean + segment.PriceTaste.Spread * birth.Z1 / 4096);
            var offered = Enumerable.Range(0, _drawn.Market.None).Where(j => _conditions.Products[j].OnOffer && _conditions.Segments[0].Reach[j] > 0).ToArray();
            var odds = offered.Append(_drawn.Market.None).Select(j => Math.Exp(Utility(birth, product, franchises, alpha, j))).ToArray();
            Surplus += weight / alpha * Math.Log(odds.Sum());
            for (var a = 0; a < offered.Length; a++)
            {
                var chance = odds[a] / odds.Sum();
                Demand[offered[a]] += weight * chance;
                Lambda[offered[a]] += weight * alpha * chance;
                for (var b = 0; b < offered.Length; b++) Gamma[offered[a], offered[b]] += weight * alpha * chance * odds[b] / odds.Sum();
            }
        }

        private double Utility(CustomerBirth birth, int current, byte franchises, double alpha, int j)
        {
            var segment = _drawn.Definition.Segments[0];
            var kappa = current == _drawn.Market.None ? 0 : Math.Max(0, segment.SwitchingCost.Mean + segment.SwitchingCost.Spread * birth.Z4 / 4096);
            if (j == _drawn.Market.None) return -kappa;
            var technology = _drawn.Definition.Products[j].Technology;
            var product = _conditions.Products[j];
            var (openness, network) = _conditions.Technologies[technology];
            var same = current != _drawn.Market.None && _drawn.Definition.Products[current].Technology == technology;
            var distance = current == j ? 0 : same ? 1 - _drawn.Definition.Portability * openness : 1;
            var sold = _drawn.Definition.Franchises.Select((f, i) => (f, i))
                .Where(x => _conditions.FranchiseOwners[x.i] == product.Owner && ((franchises >> x.i) & 1) != 0).Sum(x => x.f.CrossSell);
            return _drawn.Likings[j] - alpha * _conditions.Segments[0].PriceCents[j] / 1e4
                + (segment.QualityTaste.Mean + segment.QualityTaste.Spread * birth.Z2 / 4096) * product.Quality
                + (segment.OpennessTaste.Mean + segment.OpennessTaste.Spread * birth.Z3 / 4096) * openness
                + segment.NetworkTaste * network + product.Marketing + sold
                + (current == j ? 0 : Math.Log(_conditions.Segments[0].Reach[j])) - kappa * distance;
        }
    }
}
