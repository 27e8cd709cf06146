using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership.Rules;
using VirtAlliance.Model.Pricing.Rules;

namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of a vendor.</summary>
internal static class VendorKeys
{
    public static readonly Key Cash = Key.With("cash-usd", new RealShape(-1e13, 1e13), "0", "Cash before the first quarter [USD].");
    public static readonly Key CreditLine = Key.Usd("credit-line-usd", "unlimited", "How far cash may fall below zero [USD].");
    public static readonly Key FixedCost = Key.Usd("fixed-cost-usd", "0", "[USD per quarter]");
    public static readonly Key Research = Key.Maybe("research", ResearchKeys.Shape, "What it spends on research.");
    public static readonly Key Price = Key.Maybe("price", PriceRuleKeys.Shape, "How it sets prices.");
    public static readonly Key CrossSell = Key.Any("cross-sell", "0", "Utility of its products to holders of its franchise [utils].");
    public static readonly Key WinsFranchise = Key.Fraction("wins-franchise", "0", "Probability that an order of its product wins its franchise.");
    public static readonly Key FranchiseUsd = Key.With("franchise-usd", new RealShape(-1e9, 1e9), "0", "Income from its franchise [USD per seat and quarter held].");
    public static readonly Key Family = Key.With("family", new NameShape(), "own", "Franchises of one family exclude each other.");
    public static readonly Key Channels = Key.With("channels",
        new EitherShape(new RealShape(0, 1), new MapShape(Refers.Segment, new RealShape(0, 1), "segment")), "0", "Channel strength, for all segments or by segment.");
    public static readonly Key Complements = Key.With("complements-usd",
        new MapShape(Refers.Technology | Refers.Product | Refers.None, new RealShape(-1e9, 1e9), "technology, product or none"), "{}",
        "Complement income [USD per seat in use and quarter, at channel strength 1].");
    public static readonly Key Partnership = Key.Maybe("partnership", PartnershipKeys.Shape, "Whether it chooses its alliances itself.");

    public static readonly EntryShape Shape = new("a vendor",
        [Cash, CreditLine, FixedCost, Research, Price, CrossSell, WinsFranchise, FranchiseUsd, Family, Channels, Complements, Partnership]);
}

/// <summary>Keys of a vendor's research.</summary>
internal static class ResearchKeys
{
    public static readonly Key ShareOfBookings = Key.Fraction("share-of-bookings", "0", "Share of the quarter's bookings.");
    public static readonly Key Fixed = Key.Usd("fixed-usd", "0", "[USD per quarter]");
    public static readonly Key Effectiveness = Key.Size("effectiveness", "1", "Knowledge per USD spent.");
    public static readonly Key Split = Key.With("split", new MapShape(Refers.Technology, new RealShape(0, 1), "technology"), "own technologies by bookings", "Share per technology, summing to 1.");

    public static readonly EntryShape Shape = new("research", [ShareOfBookings, Fixed, Effectiveness, Split]);
}

/// <summary>Keys of a vendor's price rule.</summary>
internal static class PriceRuleKeys
{
    /// <summary>The model's, and those that were added to it before the first scenario was read.</summary>
    public static readonly string[] Rules = [.. PriceRules.Known.Names];

    public static readonly Key Rule = Key.With("rule", new ChoiceShape(Rules), "list", "Which rule.");
    public static readonly Key Markup = Key.With("markup", new RealShape(-1, openMin: true), "0", "cost-plus: fraction added to unit cost.");
    public static readonly Key Product = Key.Maybe("product", new ReferenceShape(Refers.Product), "follow: whose price is followed.");
    public static readonly Key Share = Key.Size("share", "1", "follow: share of that product's price.");
    public static readonly Key Adjust = Key.With("adjust", new RealShape(0, 1, openMin: true), "0.25", "bertrand: part of the way to the best reply taken in a quarter.");
    public static readonly Key MaxStep = Key.With("max-step", new RealShape(0, 1, openMin: true), "0.05", "bertrand: largest step in a quarter, a fraction of the price.");
    public static readonly Key Conduct = Key.With("conduct", new EitherShape(new RealShape(0, openMin: true), new ChoiceShape("from-opening-price")), "from-opening-price",
        "bertrand: 1 is Bertrand–Nash.");

    public static readonly EntryShape Shape = new("a price rule", [Rule, Markup, Product, Share, Adjust, MaxStep, Conduct]);

    /// <summary>True if the rule does not read the key; one that was added to the model's may read them all.</summary>
    public static bool IsIdle(Key key, string? rule) => RuleOf(key) is { } reader && reader != rule && rule is not null && PriceRule.KindOf(rule) != PriceRuleKind.Own;

    /// <summary>The one of the model's rules that reads the key; null: all do.</summary>
    public static string? RuleOf(Key key)
    {
        if (key == Markup) return "cost-plus";
        if (key == Product || key == Share) return "follow";
        return key == Adjust || key == MaxStep || key == Conduct ? "bertrand" : null;
    }
}

/// <summary>Keys of a vendor's partnership rule.</summary>
internal static class PartnershipKeys
{
    public static readonly Key Rule = Key.With("rule", new ChoiceShape([.. PartnershipRules.Known.Names]), PartnershipRule.Scripted, "Whether events or it itself decides.");
    public static readonly Key Every = Key.With("every-quarters", new WholeShape(1, ScenarioKeys.MaxQuarters), "4", "Quarters between decisions.");
    public static readonly Key Horizon = Key.With("horizon-quarters", new WholeShape(1, ScenarioKeys.MaxQuarters), "12", "Quarters that a forecast covers.");
    public static readonly Key Threshold = Key.Size("threshold", "0.02", "Gain needed to move, as a fraction of four quarters' bookings and complements.");

    public static readonly EntryShape Shape = new("a partnership rule", [Rule, Every, Horizon, Threshold]);
}
