using VirtAlliance.Model;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Customers;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Scenarios.Tests.StylisedFacts;

/// <summary>All facts that are looked for, measured.</summary>
internal static class FactsOfMarkets
{
    private const string Ova = "ova-2011", Twelve = "twelve-brands";

    private const double Open = double.PositiveInfinity;

    /// <summary>In the order of the page.</summary>
    public static StylisedFact[] All()
    {
        var (ova, twelve) = (RunOf(Ova), RunOf(Twelve));
        return
        [
            .. Curve(), .. Brands(Ova, ova, [.. Enumerable.Range(0, ova.Market.None).Where(p => ova.Market.Definition.Products[p].Enters == 0)], 0, 28),
            .. Brands(Twelve, twelve, [.. Enumerable.Range(0, twelve.Market.None)], 4, 11), .. Sizes(ova), .. Tipping(), .. Prices(ova),
        ];
    }

    /// <summary>Gartner's points, within the middle nine tenths of runs at points drawn over all uncertain numbers.</summary>
    private static IEnumerable<StylisedFact> Curve()
    {
        const int Points = 40;
        var plan = StudyPlan.Expand(new StudyRequest { Name = Ova, Text = ShippedScenarios.Text(Ova)!, Arms = ["without"], Replicates = Points });
        var shares = new double[Points][];
        Parallel.For(0, Points, r => shares[r] = Adopted(HistorySimulation.Run(plan.Runs[r].Definition)));
        (int Quarter, double Share)[] seen = [(2, 0.25), (6, 0.40), (10, 0.50), (14, 0.66), (18, 0.70), (22, 0.75), (26, 0.80)];
        var hits = seen.Count(p =>
        {
            double[] runs = [.. shares.Select(s => s[p.Quarter]).Order()];
            return p.Share >= runs[Points / 20] && p.Share <= runs[^(Points / 20 + 1)];
        });
        yield return new("S-curve", Ova, "of Gartner's seven points of virtualised workloads, those inside the 5–95 % band of 40 points drawn over all uncertain numbers", hits, 6, 7, 0);
    }

    private static IEnumerable<StylisedFact> Brands(string scenario, RunHistory run, int[] products, int from, int to)
    {
        var brands = new BrandFigures(new PurchaseDiary(run, from, to), products);
        yield return new("double jeopardy", scenario, "correlation of penetration b and purchases per buyer w over brands", brands.Jeopardy, 0.6, 1);
        yield return new("double jeopardy", scenario, "largest w(1 − b) over the smallest (the Dirichlet example: 1.23)", brands.JeopardySpread, 1, 1.5);
        yield return new("duplication of purchase", scenario, "mean distance of P(also k given j) from D·b_k, percentage points", brands.Duplication, 0, 3);
        yield return new("Gibrat", scenario, "slope of log seats on log seats two years before", BrandFigures.Growth(run, products, to - 8 < 0 ? 0 : to - 8, to), 0.95, 1.05);
    }

    /// <summary>Seats of all customers' estates.</summary>
    private static IEnumerable<StylisedFact> Sizes(RunHistory ova)
    {
        var seats = new List<double>();
        for (var s = 0; s < ova.Market.Definition.Segments.Length; s++)
        {
            var (segment, draws) = (ova.Market.Definition.Segments[s], new BirthDraws(ova.Market, s));
            for (var i = 0; i < segment.Customers; i++) seats.Add(draws.Of(i).Seats);
        }
        yield return new("Zipf", Ova, "exponent of the largest twentieth of estates (Axtell: 1.06)", BrandFigures.TailExponent(seats, seats.Count / 20), 0.9, 1.2);
    }

    private static IEnumerable<StylisedFact> Tipping()
    {
        yield return new("tipping and lock-in", "two technologies, network taste 3", "share of the first comer in the end", FirstComer("network v=0 g=3, B comes late"), 0.9, 1);
        yield return new("tipping and lock-in", "two technologies, network taste 1.5", "share of the first comer in the end", FirstComer("network v=0 g=1.5, B comes late"), 0.45, 0.55);
    }

    private static IEnumerable<StylisedFact> Prices(RunHistory ova)
    {
        var market = ova.Market.Definition;
        double Share(string vendor, ShareBasis basis, int from, int to)
        {
            double own = 0, all = 0;
            for (var t = from; t <= to; t++)
                foreach (var (trade, j) in Trade.ByProduct(market, ova.Quarters[t])[..^1].Select((x, j) => (x, j)))
                {
                    all += MarketShares.Amount(trade, basis);
                    if (market.Vendors[market.Products[j].Vendor].Id == vendor) own += MarketShares.Amount(trade, basis);
                }
            return own / all;
        }
        yield return new("a low price is not enough", Ova, "VMware's share of bookings in 2013", Share("vmware", ShareBasis.Bookings, 13, 16), 0.6, 1);
        yield return new("shipments are not the installed base", Ova, "Microsoft's share of seats ordered in 2011 over its share of bookings", Share("microsoft", ShareBasis.Orders, 5, 8) / Share("microsoft", ShareBasis.Bookings, 5, 8), 2, Open);
        yield return new("shipments are not the installed base", Ova, "Microsoft's share of seats ordered in 2011 over its share of seats in use", Share("microsoft", ShareBasis.Orders, 5, 8) / Share("microsoft", ShareBasis.Seats, 5, 8), 1.2, Open);
    }

    private static double FirstComer(string answer)
    {
        var run = HistorySimulation.Run(StudyPlan.Expand(new StudyRequest { Name = "network.yaml", Text = KnownAnswers.Named(answer).Yaml }).Runs[0].Definition);
        var customers = run.Quarters[^1].Closed.Segments[0].Customers;
        return (double)customers[0] / customers.Sum();
    }

    private static double[] Adopted(RunHistory run) => [.. run.Quarters.Select(q => MarketShares.Virtualized(Trade.ByProduct(run.Market.Definition, q)))];

    private static RunHistory RunOf(string scenario) =>
        HistorySimulation.Run(StudyPlan.Expand(new StudyRequest { Name = scenario, Text = ShippedScenarios.Text(scenario)! }).Runs[0].Definition);
}
