using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Tests.Shared;

/// <summary>Events of every kind for a market, in their order.</summary>
internal sealed class RandomEvents(Random random, MarketDefinition market)
{
    public ImmutableArray<MarketEvent> Drawn()
    {
        var count = random.Next(12);
        var drawn = Enumerable.Range(0, count).Select(_ => One()).OfType<MarketEvent>().ToArray();
        return [.. drawn.OrderBy(e => e.At).ThenBy(Kind).ThenBy(Subject, StringComparer.Ordinal)];
    }

    private MarketEvent? One()
    {
        var at = random.Next(market.Quarters);
        return random.Next(12) switch
        {
            0 => new PriceEvent(at, Product(), random.NextDouble() - 0.5, null, random.Next(5), []),
            1 => new PriceEvent(at, Product(), null, random.Next(20_000), random.Next(5), []),
            2 => new PriceEvent(at, Product(), random.NextDouble(), null, random.Next(5), [random.Next(market.Segments.Length)]),
            3 => new QualityShock(at, random.Next(market.Technologies.Length), random.NextDouble() - 0.5),
            4 => new ReachShock(at, random.Next(market.Segments.Length), Product(), random.Next(3) / 2.0),
            5 => new ProductEnters(at, Product()),
            6 => new ProductWithdraws(at, Product()),
            7 => new VendorExits(at, Vendor()),
            8 => Merger(at),
            9 => market.Alliances.IsEmpty ? null : new AllianceFounded(at, Alliance()),
            10 => market.Alliances.IsEmpty ? null : Joins(at, Alliance()),
            _ => market.Alliances.IsEmpty ? null : new VendorLeaves(at, Alliance(), Vendor()),
        };
    }

    private Merger Merger(int at)
    {
        var vendor = Vendor();
        return new Merger(at, vendor, (vendor + 1 + random.Next(market.Vendors.Length - 1)) % market.Vendors.Length);
    }

    private VendorJoins Joins(int at, int alliance) => new(at, alliance, Vendor(), random.Next(market.Alliances[alliance].Tiers.Length));

    private int Product() => random.Next(market.Products.Length);

    private int Vendor() => random.Next(market.Vendors.Length);

    private int Alliance() => random.Next(market.Alliances.Length);

    private static readonly ImmutableArray<Type> Kinds =
    [
        typeof(PriceEvent), typeof(QualityShock), typeof(ReachShock), typeof(ProductEnters), typeof(ProductWithdraws),
        typeof(VendorExits), typeof(Merger), typeof(AllianceFounded), typeof(VendorJoins), typeof(VendorLeaves),
    ];

    private static int Kind(MarketEvent happening) => Kinds.IndexOf(happening.GetType());

    private string Subject(MarketEvent happening) => happening switch
    {
        PriceEvent e => market.Products[e.Product].Id,
        QualityShock e => market.Technologies[e.Technology].Id,
        ReachShock e => $"{market.Segments[e.Segment].Id} {market.Products[e.Product].Id}",
        ProductEnters e => market.Products[e.Product].Id,
        ProductWithdraws e => market.Products[e.Product].Id,
        VendorExits e => market.Vendors[e.Vendor].Id,
        Merger e => market.Vendors[e.Vendor].Id,
        AllianceFounded e => market.Alliances[e.Alliance].Id,
        VendorJoins e => $"{market.Alliances[e.Alliance].Id} {market.Vendors[e.Vendor].Id}",
        VendorLeaves e => $"{market.Alliances[e.Alliance].Id} {market.Vendors[e.Vendor].Id}",
        _ => "",
    };
}
