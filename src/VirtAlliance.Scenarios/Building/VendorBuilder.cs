using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Building;

/// <summary>Vendors and their franchises.</summary>
internal static class VendorBuilder
{
    public static Vendor Build(Roster roster, string id, Map entry)
    {
        var complements = entry.Map(VendorKeys.Complements);
        return new Vendor
        {
            Id = id,
            CashCents = entry.Cents(VendorKeys.Cash),
            CreditLineCents = entry.RealOrNull(VendorKeys.CreditLine) is null ? null : entry.Cents(VendorKeys.CreditLine),
            FixedCostCents = entry.Cents(VendorKeys.FixedCost),
            Research = Research(roster, entry.Map(VendorKeys.Research)),
            Price = Price(roster, entry.Map(VendorKeys.Price)),
            Partnership = Partnership(entry.Map(VendorKeys.Partnership)),
            Channels = Channels(roster, entry),
            TechnologyComplementCents = Cents(roster.Technologies, complements),
            ProductComplementCents = Cents(roster.Products, complements),
            NoneComplementCents = Cents(complements?["none"]),
        };
    }

    public static Franchise Franchise(Roster roster, string vendor, Map entry) => new()
    {
        Vendor = Roster.IndexOf(roster.Vendors, vendor),
        CrossSell = entry.Real(VendorKeys.CrossSell),
        WinProbability = entry.Real(VendorKeys.WinsFranchise),
        IncomeCents = entry.ExactCents(VendorKeys.FranchiseUsd),
        Family = entry.TextOrNull(VendorKeys.Family) ?? vendor,
    };

    private static ResearchPolicy Research(Roster roster, Map? entry) => new()
    {
        ShareOfBookings = entry.Real(ResearchKeys.ShareOfBookings),
        FixedCents = entry.Cents(ResearchKeys.Fixed),
        Effectiveness = entry.Real(ResearchKeys.Effectiveness),
        Split = entry.Named(ResearchKeys.Split).Any() ? Roster.Figures(roster.Technologies, entry.Map(ResearchKeys.Split), 0) : [],
    };

    private static PriceRule Price(Roster roster, Map? entry) => new()
    {
        Kind = PriceRule.KindOf(entry.Text(PriceRuleKeys.Rule)!),
        Own = entry.Text(PriceRuleKeys.Rule) is { } rule && PriceRule.KindOf(rule) == PriceRuleKind.Own ? rule : null,
        Markup = entry.Real(PriceRuleKeys.Markup),
        FollowedProduct = Roster.IndexOf(roster.Products, entry.TextOrNull(PriceRuleKeys.Product)),
        Share = entry.Real(PriceRuleKeys.Share),
        Adjust = entry.Real(PriceRuleKeys.Adjust),
        MaxStep = entry.Real(PriceRuleKeys.MaxStep),
        Conduct = entry.RealOrNull(PriceRuleKeys.Conduct),
    };

    private static PartnershipRule Partnership(Map? entry) => new()
    {
        BestReply = entry.Text(PartnershipKeys.Rule) == PartnershipRule.BestReplies,
        Own = entry.Text(PartnershipKeys.Rule) is var rule and not (PartnershipRule.Scripted or PartnershipRule.BestReplies) ? rule : null,
        EveryQuarters = (int)entry.Whole(PartnershipKeys.Every),
        HorizonQuarters = (int)entry.Whole(PartnershipKeys.Horizon),
        Threshold = entry.Real(PartnershipKeys.Threshold),
    };

    private static ImmutableArray<double> Channels(Roster roster, Map entry) => entry.Map(VendorKeys.Channels) is { } bySegment
        ? Roster.Figures(roster.Segments, bySegment, 0)
        : [.. roster.Segments.Select(_ => entry.Real(VendorKeys.Channels))];

    private static ImmutableArray<double> Cents(ImmutableArray<MapEntry> list, Map? rates) => [.. list.Select(e => Cents(rates?[e.Name]))];

    private static double Cents(Node? rate) => rate is Scalar scalar ? NumberText.Cents(scalar.Text) : 0;
}
