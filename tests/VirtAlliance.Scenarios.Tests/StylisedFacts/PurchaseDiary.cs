using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Scenarios.Tests.StylisedFacts;

/// <summary>Who bought what how often: a run's customers live through its recorded conditions once more.</summary>
/// <remarks>A customer buys at a contract date whatever it then runs, and when it comes to its first product; in quarters from..to, both included.</remarks>
internal sealed class PurchaseDiary
{
    private readonly List<int[]> _customers = [];
    private readonly int _products;

    public PurchaseDiary(RunHistory history, int from, int to)
    {
        var market = history.Market;
        _products = market.None;
        foreach (var block in market.Territories.SelectMany(t => t))
        {
            using var customers = CustomerBlock.Birth(market, block, history.Opening.Likings[market.OpeningSegments[block.Segment]]);
            var segment = market.Definition.Segments[block.Segment];
            var bought = Enumerable.Range(0, (int)segment.CustomersAt(0)).Skip((int)block.First).Take(BlockId.Size).Select(_ => new int[_products]).ToArray();
            for (var t = 0; t <= to; t++)
            {
                var before = customers.Products.ToArray();
                customers.Choose(history.Quarters[t].Conditions);
                for (var i = 0; i < bought.Length && t >= from; i++) Note(bought[i], customers, before, block.First + i, t, segment.ContractQuarters);
            }
            _customers.AddRange(bought);
        }
    }

    /// <summary>Customers that were there from the start.</summary>
    public int Customers => _customers.Count;

    /// <summary>Purchases of a product by all of them.</summary>
    public int Purchases(int product) => _customers.Sum(c => c[product]);

    /// <summary>How many bought it at all.</summary>
    public int Buyers(int product) => _customers.Count(c => c[product] > 0);

    /// <summary>How many bought both.</summary>
    public int BuyersOfBoth(int one, int other) => _customers.Count(c => c[one] > 0 && c[other] > 0);

    private void Note(int[] bought, CustomerBlock customers, byte[] before, long customer, int quarter, int contract)
    {
        var place = customers.PositionOf(customer);
        var (had, has) = (before[place] < _products, customers.Products[place]);
        var due = had ? (quarter + (int)(customer / 4 % contract)) % contract == 0 : has < _products;
        if (due && has < _products) bought[has]++;
    }
}
