using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Tests.Customers;

/// <summary>A market of one segment with everything drawn at random, and conditions to go with it.</summary>
internal sealed class DrawnMarket
{
    private readonly Random _random;

    public DrawnMarket(int seed, int customers)
    {
        _random = new Random(seed);
        var vendors = _random.Next(2, 5);
        var technologies = _random.Next(1, 4);
        var products = _random.Next(1, 9);
        var franchises = _random.Next(0, vendors + 1);
        Definition = new MarketDefinition
        {
            Scenario = "drawn",
            Starts = new Quarter(2010, 1),
            Quarters = 12,
            Discount = 1,
            Portability = Sometimes(() => _random.NextDouble()),
            Technologies = [.. Enumerable.Range(0, technologies).Select(k => new Technology { Id = $"t{k}", Openness = Sometimes(() => _random.NextDouble()) })],
            Vendors = [.. Enumerable.Range(0, vendors).Select(v => new Vendor
            {
                Id = $"v{v}", Channels = [0], TechnologyComplementCents = [.. new double[technologies]], ProductComplementCents = [.. new double[products]],
            })],
            Products = [.. Enumerable.Range(0, products).Select(j => new Product
            {
                Id = $"p{j}", Vendor = _random.Next(vendors), Technology = _random.Next(technologies), PriceCents = _random.Next(30_000),
            })],
            Franchises = [.. Enumerable.Range(0, franchises).Select(f => new Franchise
            {
                Vendor = f, CrossSell = Sometimes(() => _random.NextDouble()), WinProbability = Sometimes(() => _random.NextDouble()), Family = $"family{_random.Next(3)}",
            })],
            Segments = [Segment(customers, products, franchises)],
            Alliances = [],
            Events = [],
        };
        Market = new Market(new RunDefinition(Definition, Definition, (uint)seed, 3));
        Likings = [.. Enumerable.Range(0, products).Select(_ => _random.NextDouble() * 3 - 1)];
    }

    public MarketDefinition Definition { get; }

    public Market Market { get; }

    public ImmutableArray<double> Likings { get; }

    public FirstProducts First => FirstProducts.Of(Market, 0, Likings, Conditions(-1, 0, 0), (byte)Market.None);

    public CustomerBlock Block(int index) => CustomerBlock.Birth(Market, new BlockId(0, index, 0), Likings, First);

    /// <summary>Conditions of a quarter; every product is on offer at −1, later some are not.</summary>
    public MarketConditions Conditions(int quarter, long adopters, long adoptersOf)
    {
        var random = new Random(1000 + quarter);
        return new MarketConditions(
            quarter,
            [.. Definition.Products.Select(p => new ProductConditions(
                random.Next(6) == 0 ? -1 : p.Vendor, quarter < 0 || random.Next(5) > 0, p.PriceCents, random.NextDouble(), random.NextDouble() / 10))],
            [.. Definition.Technologies.Select(t => new TechnologyConditions(t.Openness, random.NextDouble()))],
            [.. Definition.Franchises.Select(f => quarter > 2 && random.Next(3) == 0 ? random.Next(Definition.Vendors.Length) : f.Vendor)],
            [new SegmentConditions(
                Definition.Segments[0].CustomersAt(Math.Max(0, quarter)), adopters, adoptersOf,
                [.. Definition.Products.Select(p => p.PriceCents + random.Next(1000))],
                [.. Definition.Segments[0].Reach.Select(r => quarter >= 0 && random.Next(8) == 0 ? 0 : r)])]);
    }

    private Segment Segment(int customers, int products, int franchises) => new()
    {
        Id = "firms",
        Customers = customers,
        Growth = Sometimes(() => _random.NextDouble() / 50),
        ContractQuarters = _random.Next(1, 6),
        SeatsMedian = 1 + _random.Next(60),
        SeatsSpread = Sometimes(() => _random.NextDouble() * 2),
        Innovation = _random.Next(3) == 0 ? 1 : _random.NextDouble() / 4,
        Imitation = _random.NextDouble() / 2,
        PriceTaste = new Taste(_random.NextDouble() - 1, Sometimes(() => _random.NextDouble())),
        QualityTaste = new Taste(1, Sometimes(() => _random.NextDouble())),
        OpennessTaste = new Taste(_random.NextDouble(), Sometimes(() => _random.NextDouble())),
        SwitchingCost = new Taste(_random.NextDouble() * 2, Sometimes(() => _random.NextDouble())),
        NetworkTaste = _random.NextDouble(),
        FranchiseShares = [.. Enumerable.Range(0, franchises).Select(_ => Sometimes(() => _random.NextDouble() / 4))],
        Reach = [.. Enumerable.Range(0, products).Select(_ => _random.Next(3) == 0 ? 0.2 + 0.8 * _random.NextDouble() : 1)],
        Shares = [.. Enumerable.Range(0, products).Select(_ => 0.6 / products), 0.4],
        Liking = [.. new double?[products]],
    };

    private double Sometimes(Func<double> value) => _random.Next(3) == 0 ? 0 : value();
}
