using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VirtAlliance.Model.Definition;

/// <summary>A firm at the opening, with its rules.</summary>
public sealed record Vendor
{
    /// <summary>Unique among vendors.</summary>
    public required string Id { get; init; }

    /// <summary>Cash before quarter 0 [cents].</summary>
    public long CashCents { get; init; }

    /// <summary>How far cash may fall below zero [cents]; null: without limit.</summary>
    public long? CreditLineCents { get; init; }

    /// <summary>[cents per quarter]</summary>
    public long FixedCostCents { get; init; }

    /// <summary>What it spends on research.</summary>
    public ResearchPolicy Research { get; init; } = new();

    /// <summary>How it sets prices.</summary>
    public PriceRule Price { get; init; } = new();

    /// <summary>How it chooses alliances.</summary>
    public PartnershipRule Partnership { get; init; } = new();

    /// <summary>Channel strength per segment, in [0, 1].</summary>
    public required ImmutableArray<double> Channels { get; init; }

    /// <summary>Complement income per technology [cents per seat in use and quarter, at channel strength 1]; may be negative.</summary>
    public required ImmutableArray<double> TechnologyComplementCents { get; init; }

    /// <summary>Complement income per product, besides that of its technology; same unit.</summary>
    public required ImmutableArray<double> ProductComplementCents { get; init; }

    /// <summary>Complement income on seats that run nothing; same unit.</summary>
    public double NoneComplementCents { get; init; }
}

/// <summary>What a vendor spends on research in a quarter.</summary>
public sealed record ResearchPolicy
{
    /// <summary>Share of the quarter's bookings, in [0, 1].</summary>
    public double ShareOfBookings { get; init; }

    /// <summary>[cents per quarter]</summary>
    public long FixedCents { get; init; }

    /// <summary>Knowledge per USD spent.</summary>
    public double Effectiveness { get; init; } = 1;

    /// <summary>Share per technology, summing to 1; empty: the technologies of its own products, by bookings (in equal parts while it books nothing).</summary>
    public ImmutableArray<double> Split { get; init; } = [];
}

/// <summary>How a vendor sets prices.</summary>
public enum PriceRuleKind
{
    /// <summary>As the scenario and its events say.</summary>
    List,

    /// <summary>Unit cost times one plus the markup.</summary>
    CostPlus,

    /// <summary>A share of another product's price of last quarter.</summary>
    Follow,

    /// <summary>A damped best reply to last quarter's panel figures (Bertrand).</summary>
    Bertrand,

    /// <summary>A rule that was added to the model's, named in <see cref="PriceRule.Own"/>.</summary>
    Own,
}

/// <summary>A price rule with its parameters; those of other rules are not used.</summary>
public sealed record PriceRule
{
    /// <summary>Which rule.</summary>
    public PriceRuleKind Kind { get; init; } = PriceRuleKind.List;

    /// <summary>Name of a rule that was added to the model's; null: <see cref="Kind"/> says which.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Own { get; init; }

    /// <summary>cost-plus: fraction added to unit cost; above −1.</summary>
    public double Markup { get; init; }

    /// <summary>follow: the product whose price is followed; −1 for the other rules.</summary>
    public int FollowedProduct { get; init; } = -1;

    /// <summary>follow: share of that product's price; at least 0.</summary>
    public double Share { get; init; } = 1;

    /// <summary>bertrand: part of the way to the best reply taken in a quarter, in (0, 1].</summary>
    public double Adjust { get; init; } = 0.25;

    /// <summary>bertrand: the largest step in a quarter, a fraction of max(price, 1 USD).</summary>
    public double MaxStep { get; init; } = 0.05;

    /// <summary>bertrand: conduct θ, 1 being Bertrand–Nash; null: the value at which the opening prices rest.</summary>
    public double? Conduct { get; init; }

    /// <summary>Name of the rule in force.</summary>
    [JsonIgnore]
    public string Name => Own ?? NameOf(Kind);

    /// <summary>What scenarios call one of the model's rules.</summary>
    public static string NameOf(PriceRuleKind kind) => kind switch
    {
        PriceRuleKind.List => "list",
        PriceRuleKind.CostPlus => "cost-plus",
        PriceRuleKind.Follow => "follow",
        PriceRuleKind.Bertrand => "bertrand",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a rule of the model was expected"),
    };

    /// <summary>The rule that scenarios call so; <see cref="PriceRuleKind.Own"/> if it is none of the model's.</summary>
    public static PriceRuleKind KindOf(string name)
    {
        for (var kind = PriceRuleKind.List; kind < PriceRuleKind.Own; kind++)
            if (NameOf(kind) == name) return kind;
        return PriceRuleKind.Own;
    }
}

/// <summary>Whether a vendor chooses its alliances itself, and how.</summary>
public sealed record PartnershipRule
{
    /// <summary>Name of the rule by which only the scenario's events move a vendor.</summary>
    public const string Scripted = "scripted";

    /// <summary>Name of the rule by which a vendor makes the move that it forecasts to pay best.</summary>
    public const string BestReplies = "best-reply";

    /// <summary>True: <see cref="BestReplies"/>; false, unless <see cref="Own"/> says otherwise: <see cref="Scripted"/>.</summary>
    public bool BestReply { get; init; }

    /// <summary>Name of a rule that was added to the model's; null: one of the model's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Own { get; init; }

    /// <summary>Quarters between decisions; at least 1.</summary>
    public int EveryQuarters { get; init; } = 4;

    /// <summary>Quarters that a forecast covers, this one counted; at least 1.</summary>
    public int HorizonQuarters { get; init; } = 12;

    /// <summary>Gain over staying needed to move, as a fraction of bookings and complements of the last four quarters.</summary>
    public double Threshold { get; init; } = 0.02;

    /// <summary>Name of the rule in force.</summary>
    [JsonIgnore]
    public string Name => Own ?? (BestReply ? BestReplies : Scripted);

    /// <summary>True if <paramref name="quarter"/> is one of those in which the vendor number <paramref name="vendor"/> decides: they take turns.</summary>
    public bool IsTurnOf(int vendor, int quarter) => quarter % EveryQuarters == vendor % EveryQuarters;
}
