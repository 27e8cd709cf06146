using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Tests.Shared;

/// <summary>Small valid markets with everything in them: all price rules, alliances, and events of every kind. The same seed gives the same market.</summary>
public sealed class RandomMarket
{
    private readonly Random _random;
    private readonly int _quarters;
    private readonly int _technologies;
    private readonly int _vendors;
    private readonly int _products;
    private readonly int _segments;

    private RandomMarket(int seed)
    {
        _random = new Random(seed);
        _quarters = _random.Next(3, 13);
        _technologies = _random.Next(1, 4);
        _vendors = _random.Next(2, 6);
        _products = _random.Next(1, 7);
        _segments = _random.Next(1, 4);
    }

    /// <summary>The market of a seed.</summary>
    public static MarketDefinition Of(int seed)
    {
        var draw = new RandomMarket(seed);
        var products = draw.Products();
        var franchises = draw.Franchises();
        var market = new MarketDefinition
        {
            Scenario = $"random-{seed}",
            Starts = new Quarter(2009, 4),
            Quarters = draw._quarters,
            Discount = 0.98,
            Portability = draw.Sometimes(draw.Share),
            Technologies = draw.Many(draw._technologies, draw.Technology),
            Vendors = draw.Many(draw._vendors, draw.Vendor),
            Products = products,
            Franchises = franchises,
            Segments = draw.Many(draw._segments, s => draw.Segment(s, products, franchises)),
            Alliances = draw.Many(draw._random.Next(4), draw.Alliance),
            Events = [],
        };
        return market with { Events = new RandomEvents(draw._random, market).Drawn() };
    }

    /// <summary>A run of the market of a seed, its own opening.</summary>
    public static RunDefinition Run(int seed)
    {
        var market = Of(seed);
        return new RunDefinition(market, market, (uint)seed, (uint)seed % 3);
    }

    private Technology Technology(int k) => new()
    {
        Id = $"tech-{k}",
        Openness = Sometimes(Share),
        Quality = Share(),
        KnowledgeUsd = 1e5 + 1e6 * Share(),
        Learning = Sometimes(() => Share() / 2),
        Depreciation = Sometimes(() => Share() / 5),
        CommunityUsd = Sometimes(() => 1e4 * Share()),
        Spillover = _random.Next(2) == 0 ? [] : Many(_technologies, other => other == k ? 0 : Sometimes(Share)),
    };

    private Vendor Vendor(int v) => new()
    {
        Id = $"vendor-{v}",
        CashCents = _random.Next(0, 50_000_000),
        CreditLineCents = _random.Next(2) == 0 ? _random.Next(0, 20_000_000) : null,
        FixedCostCents = Whole(0, 3_000_000),
        Research = new ResearchPolicy
        {
            ShareOfBookings = Sometimes(() => Share() / 4),
            FixedCents = Whole(0, 2_000_000),
            Effectiveness = 0.5 + Share(),
            Split = _random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, _technologies).Select(_ => 1.0 / _technologies)],
        },
        Price = PriceRule(),
        Partnership = PartnershipRule(),
        Channels = Many(_segments, _ => Sometimes(Share)),
        TechnologyComplementCents = Many(_technologies, _ => Sometimes(() => 1_000 * (Share() - 0.3))),
        ProductComplementCents = Many(_products, _ => Sometimes(() => 500 * (Share() - 0.3))),
        NoneComplementCents = Sometimes(() => 100 * Share()),
    };

    private PriceRule PriceRule() => _random.Next(4) switch
    {
        0 => new PriceRule(),
        1 => new PriceRule { Kind = PriceRuleKind.CostPlus, Markup = Share() },
        2 => new PriceRule { Kind = PriceRuleKind.Follow, FollowedProduct = _random.Next(_products), Share = 0.5 + Share() / 2 },
        _ => new PriceRule { Kind = PriceRuleKind.Bertrand, Conduct = _random.Next(2) == 0 ? 1 : null, Adjust = 0.1 + 0.9 * Share() },
    };

    private PartnershipRule PartnershipRule() => _random.Next(2) == 0 ? new() : new PartnershipRule
    {
        BestReply = true, EveryQuarters = _random.Next(1, 5), HorizonQuarters = _random.Next(1, 5), Threshold = Sometimes(() => Share() / 50),
    };

    private ImmutableArray<Product> Products() => Many(_products, j => new Product
    {
        Id = $"product-{_products - j}",
        Vendor = _random.Next(_vendors),
        Technology = _random.Next(_technologies),
        PriceCents = 2_000 + _random.Next(20_000),
        UnitCostCents = Sometimes(() => 2_000 * Share()),
        Quality = Sometimes(Share),
        Enters = j > 0 && _random.Next(4) == 0 ? _random.Next(_quarters) : 0,
        Withdrawn = _random.Next(6) == 0 ? 1 + _random.Next(_quarters) : int.MaxValue,
    });

    private ImmutableArray<Franchise> Franchises() =>
        [.. Enumerable.Range(0, _vendors).Where(_ => _random.Next(2) == 0).Select(v => new Franchise
        {
            Vendor = v,
            CrossSell = Sometimes(() => 2 * Share()),
            WinProbability = Sometimes(Share),
            IncomeCents = Sometimes(() => 300 * Share()),
            Family = _random.Next(3) == 0 ? "shared" : $"vendor-{v}",
        })];

    private Segment Segment(int s, ImmutableArray<Product> products, ImmutableArray<Franchise> franchises)
    {
        var reach = Many(_products, _ => _random.Next(5) switch { 0 => 0, 1 => Share(), _ => 1 });
        var isThere = products.Select((p, j) => p is { Enters: 0, Withdrawn: > 0 } && reach[j] > 0 && _random.Next(4) > 0).ToArray();
        var running = _random.Next(5) == 0 ? 0 : isThere.Count(t => t);
        var none = running == 0 ? 1 : 0.3 + Share() / 2;
        var states = _random.Next(3) == 0;
        return new Segment
        {
            Id = $"segment-{s}",
            Customers = _random.Next(20, 500),
            Growth = Sometimes(() => Share() / 20),
            StandsFor = Whole(1, 5_000),
            SeatsMedian = 1 + _random.Next(50),
            SeatsSpread = Sometimes(Share),
            ContractQuarters = _random.Next(1, 6),
            Innovation = Share() / 10,
            Imitation = Share() / 3,
            PriceTaste = new Taste(Share() - 1, Sometimes(() => Share() / 2)),
            QualityTaste = new Taste(1, Sometimes(() => Share() / 2)),
            OpennessTaste = new Taste(Share(), Sometimes(Share)),
            SwitchingCost = new Taste(2 * Share(), Sometimes(() => Share() / 2)),
            NetworkTaste = Sometimes(() => 2 * Share()),
            InsideValue = Share(),
            FranchiseShares = [.. franchises.Select(_ => Sometimes(() => Share() / 5))],
            Reach = reach,
            Shares = [.. isThere.Select(t => t && running > 0 ? (1 - none) / running : 0), none],
            Liking = [.. isThere.Select(t => !t || running == 0 || states ? Share() : (double?)null)],
        };
    }

    private Alliance Alliance(int a)
    {
        var leader = _random.Next(_vendors);
        var tiers = Many(_random.Next(1, 4), t => new Tier($"tier-{t}", _random.Next(4) == 0 ? 0 : _random.Next(_random.Next(3) == 0 ? 200_000_000 : 8_000_000)));
        var research = Sometimes(Share);
        return new Alliance
        {
            Id = $"alliance-{a}",
            Technology = _random.Next(_technologies),
            Leader = leader,
            Tiers = tiers,
            Members = [.. Enumerable.Range(0, _vendors).Where(v => v == leader || _random.Next(2) == 0).Select(v => new FoundingMember(v, _random.Next(tiers.Length)))],
            Founded = _random.Next(4) == 0 ? int.MaxValue : _random.Next(_quarters),
            PoolResearch = research,
            PoolMarketing = Sometimes(() => (1 - research) * Share()),
            Effectiveness = 2 * Share(),
            LeaderControl = 1 - Sometimes(Share),
            Steering = Sometimes(() => 5 * Share()),
            Carry = Sometimes(Share),
            Preference = new Preference(1 - Sometimes(Share), 1 - Sometimes(Share), _random.Next(3) == 0),
            Commission = Sometimes(Share),
            MarketingEffect = Sometimes(Share),
            MarketingUnitUsd = 1e4 + 1e5 * Share(),
            AnnouncementLift = Sometimes(() => Share() / 2),
            AnnouncementHalfLifeQuarters = 1 + 6 * Share(),
            ByInvitation = _random.Next(2) == 0,
        };
    }

    private double Share() => _random.NextDouble();

    private double Sometimes(Func<double> value) => _random.Next(3) == 0 ? 0 : value();

    private long Whole(int least, int below) => _random.Next(3) == 0 ? least : _random.Next(least, below);

    private ImmutableArray<T> Many<T>(int count, Func<int, T> draw) => [.. Enumerable.Range(0, count).Select(draw).ToArray()];
}
