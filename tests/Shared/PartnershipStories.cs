using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Tests.Shared;

/// <summary>What can become of an alliance, each in a market of its own: an incumbent, and a club of three behind the open technology, of which one brings channels and two sell.</summary>
public static class PartnershipStories
{
    public const int Carrier = 0, Incumbent = 1, Leader = 2, Member = 3;

    private const int Gold = 0, Silver = 1;

    private static readonly MarketDefinition Plain = new()
    {
        Scenario = "stories", Starts = new Quarter(2011, 2), Quarters = 12, Discount = 0.98, Portability = 0.5,
        Technologies = [new Technology { Id = "free", Openness = 1, Learning = 0.2, Depreciation = 0.05 }, new Technology { Id = "shut", Learning = 0.2, Depreciation = 0.05 }],
        Vendors =
        [
            Vendor("carrier", 0.8) with { TechnologyComplementCents = [600, 100] }, Vendor("incumbent", 0) with { Price = new PriceRule { Kind = PriceRuleKind.Bertrand } },
            Vendor("leader", 0.2), Vendor("member", 0.3),
        ],
        Products = [Product("alpha", Incumbent, 1, 20_000), Product("beta", Leader, 0, 12_000), Product("gamma", Member, 0, 11_000)],
        Franchises =
        [
            new Franchise { Vendor = Incumbent, Family = "os", CrossSell = 0.4, IncomeCents = 200 },
            new Franchise { Vendor = Leader, Family = "os", CrossSell = 0.4, IncomeCents = 300, WinProbability = 0.3 },
        ],
        Segments = [Segment("firms", 800, 4), Segment("homes", 500, 2) with { Growth = 0.02 }],
        Alliances =
        [
            new Alliance
            {
                Id = "club", Technology = 0, Leader = Leader, Tiers = [new Tier("gold", 4_000_000), new Tier("silver", 1_000_000)],
                Members = [new FoundingMember(Carrier, Silver), new FoundingMember(Leader, Gold), new FoundingMember(Member, Silver)], Founded = 1,
                PoolResearch = 0.4, PoolMarketing = 0.2, LeaderControl = 0.3, Steering = 0.5, Carry = 0.5, Commission = 0.05,
                MarketingEffect = 0.1, MarketingUnitUsd = 1e4, AnnouncementLift = 0.1,
            },
        ],
        Events = [],
    };

    /// <summary>By name.</summary>
    public static ImmutableArray<(string Name, RunDefinition Run)> All { get; } =
    [
        Tell("a vendor goes bankrupt", Plain.With(Member, v => v with { FixedCostCents = 400_000_000, CashCents = 1_200_000_000, CreditLineCents = 0 })),
        Tell("the leader gives up", Plain with { Events = [new VendorExits(5, Leader)] }),
        Tell("the leader leaves", Plain with { Events = [new VendorLeaves(5, 0, Leader)] }),
        Tell("a member takes the leader over", Plain with { Events = [new Merger(5, Leader, Member)] }),
        Tell("an outsider takes the leader over", Plain with { Events = [new Merger(5, Leader, Incumbent)] }),
        Tell("all members leave in one quarter", Plain with { Events = [.. All3(v => new VendorLeaves(6, 0, v))] }),
        Tell("all members give up in one quarter", Plain with { Events = [.. All3(v => new VendorExits(6, v))] }),
        Tell("who cannot pay is expelled", Plain.With(Carrier, v => v with { CreditLineCents = 0, TechnologyComplementCents = [0, 0] }).With(c => c with { Commission = 0 })),
        Tell("a member founds a rival", Rival),
        Tell("the founder of a rival is taken over first", Rival with { Events = [new Merger(4, Member, Incumbent)] }),
        Tell("the founder of a rival gives up first", Rival with { Events = [new VendorExits(4, Member)] }),
        Tell("a guest joins", Guest),
        Tell("nobody is invited by whom the leader does not gain", Guest.With(c => c with { Carry = 0, PoolResearch = 0, PoolMarketing = 0 })),
        Tell("everybody decides in every quarter", Restless),
    ];

    /// <summary>The run of a story.</summary>
    public static RunDefinition Of(string name) => All.Single(s => s.Name == name).Run;

    /// <summary>The member's turns are in quarters 3, 7 and 11; it sells, and steers nothing.</summary>
    private static MarketDefinition Rival => Plain.With(Member, v => v with { Partnership = new PartnershipRule { BestReply = true } }).With(c => c with
    {
        LeaderControl = 1, Steering = 20, PoolResearch = 1, PoolMarketing = 0, Carry = 0, Members = [new FoundingMember(Leader, Gold), new FoundingMember(Member, Silver)],
    });

    /// <summary>The carrier's turns are in quarters 4 and 8; its channels would help, and it lives on the technology.</summary>
    private static MarketDefinition Guest => Plain.With(Carrier, v => v with { Partnership = new PartnershipRule { BestReply = true } }).With(c => c with
    {
        ByInvitation = true, Tiers = [new Tier("gold", 100_000), new Tier("silver", 0)], Members = [new FoundingMember(Leader, Gold), new FoundingMember(Member, Gold)],
    });

    private static MarketDefinition Restless => Plain with
    {
        Vendors = [.. Plain.Vendors.Select(v => v with { Partnership = new PartnershipRule { BestReply = true, EveryQuarters = 1, HorizonQuarters = 4, Threshold = 0 } })],
    };

    private static IEnumerable<MarketEvent> All3(Func<int, MarketEvent> what) => new[] { Carrier, Leader, Member }.Select(what);

    private static (string Name, RunDefinition Run) Tell(string name, MarketDefinition market) => (name, new RunDefinition(market, market, 3, 0));

    private static MarketDefinition With(this MarketDefinition market, int vendor, Func<Vendor, Vendor> change) =>
        market with { Vendors = market.Vendors.SetItem(vendor, change(market.Vendors[vendor])) };

    private static MarketDefinition With(this MarketDefinition market, Func<Alliance, Alliance> change) => market with { Alliances = [change(market.Alliances[0])] };

    private static Vendor Vendor(string id, double channel) =>
        new() { Id = id, Channels = [channel, channel / 2], TechnologyComplementCents = [0, 0], ProductComplementCents = [0, 0, 0] };

    private static Product Product(string id, int vendor, int technology, long cents) =>
        new() { Id = id, Vendor = vendor, Technology = technology, PriceCents = cents, UnitCostCents = 3_000 };

    private static Segment Segment(string id, int customers, int contract) => new()
    {
        Id = id, Customers = customers, StandsFor = 10, SeatsMedian = 4, SeatsSpread = 0.5, ContractQuarters = contract, Innovation = 0.1, NetworkTaste = 0.3,
        PriceTaste = new Taste(-0.5, 0.3), OpennessTaste = new Taste(0.2, 0.3), FranchiseShares = [0.3, 0.1],
        Reach = [1, 0.3, 0.3], Shares = [0.3, 0.1, 0.1, 0.5], Liking = [null, null, null],
    };
}
