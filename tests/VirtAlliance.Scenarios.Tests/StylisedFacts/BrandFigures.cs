using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Tests.StylisedFacts;

/// <summary>What is known of brands in repeat-buying markets, measured on a run (Ehrenberg).</summary>
internal sealed class BrandFigures
{
    private readonly PurchaseDiary _diary;
    private readonly double[] _penetration, _frequency;

    /// <param name="diary">Of the run.</param>
    /// <param name="products">Products that count as brands: sold all the time.</param>
    public BrandFigures(PurchaseDiary diary, int[] products)
    {
        _diary = diary;
        Brands = [.. products.Where(p => diary.Buyers(p) >= LeastBuyers)];
        _penetration = [.. Brands.Select(p => (double)diary.Buyers(p) / diary.Customers)];
        _frequency = [.. Brands.Select(p => (double)diary.Purchases(p) / diary.Buyers(p))];
    }

    /// <summary>Fewer buyers than this say nothing.</summary>
    private const int LeastBuyers = 100;

    public int[] Brands { get; }

    /// <summary>Double jeopardy: correlation of penetration b and purchases per buyer w.</summary>
    public double Jeopardy => Correlation(_penetration, _frequency);

    /// <summary>Double jeopardy in its exact form: the largest w(1 − b) over the smallest.</summary>
    public double JeopardySpread
    {
        get
        {
            double[] constant = [.. _penetration.Zip(_frequency, (b, w) => w * (1 - b))];
            return constant.Max() / constant.Min();
        }
    }

    /// <summary>Duplication of purchase: mean absolute deviation of P(also k | j) from D·b_k, D by least squares [percentage points].</summary>
    public double Duplication
    {
        get
        {
            var pairs = Pairs().ToArray();
            var d = pairs.Sum(p => p.Also * p.Penetration) / pairs.Sum(p => p.Penetration * p.Penetration);
            return 100 * pairs.Average(p => Math.Abs(p.Also - d * p.Penetration));
        }
    }

    /// <summary>Gibrat's law: slope of the log of a product's seats later on that of its seats before.</summary>
    public static double Growth(RunHistory history, int[] products, int from, int to)
    {
        double Seats(int t, int product) => Math.Log(Trade.ByProduct(history.Market.Definition, history.Quarters[t])[product].Seats);
        double[] before = [.. products.Select(p => Seats(from, p))], after = [.. products.Select(p => Seats(to, p))];
        var mean = before.Average();
        return before.Zip(after, (x, y) => (x - mean) * y).Sum() / before.Sum(x => (x - mean) * (x - mean));
    }

    /// <summary>Exponent of the tail of sizes above the one that <paramref name="tail"/> are larger than (Hill 1975).</summary>
    public static double TailExponent(IEnumerable<double> sizes, int tail)
    {
        double[] largest = [.. sizes.OrderDescending().Take(tail + 1)];
        return tail / largest[..tail].Sum(s => Math.Log(s / largest[tail]));
    }

    private IEnumerable<(double Also, double Penetration)> Pairs() =>
        from j in Enumerable.Range(0, Brands.Length)
        from k in Enumerable.Range(0, Brands.Length)
        where j != k
        select ((double)_diary.BuyersOfBoth(Brands[j], Brands[k]) / _diary.Buyers(Brands[j]), _penetration[k]);

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
