using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Results.Tables;

/// <summary>Partnership messages, in their order, numbered anew each quarter.</summary>
internal static class MessagesTable
{
    public static ResultTable Table { get; } = ResultTable.ByQuarter("messages", 1, "sequence, kind, from, to, alliance, detail", Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter) => run.History.Quarters[quarter].Messages.Select((message, sequence) =>
    {
        var vendor = run.Market.Vendors[message.Vendor].Id;
        var (from, to) = message.FromVendor ? (vendor, message.Alliance) : (message.Alliance, vendor);
        return run.Line(quarter, sequence, message.Kind.ToString().ToLowerInvariant(), from, to, message.Alliance, Detail(run, quarter, message));
    });

    private static string Detail(StoredRun run, int quarter, PartnershipMessage message) => message.Kind switch
    {
        MessageKind.Contribution => Paid(run.Market, message),
        MessageKind.Expulsion => "dues unpaid two quarters running",
        MessageKind.Founding when IsAnnounced(run, quarter, message) => $"{Tier(run.Market, message)}, in {run.Market.Starts.Plus(quarter + 1)}",
        MessageKind.Withdrawal => "",
        _ => message.Tier < 0 ? "any tier" : Tier(run.Market, message),
    };

    /// <summary>What was paid, and of how much if it was less than due.</summary>
    private static string Paid(MarketDefinition market, PartnershipMessage message)
    {
        var dues = TierOf(market, message).DuesCents;
        return message.Cents == dues ? $"{new Money(message.Cents)} USD" : $"{new Money(message.Cents)} of {new Money(dues)} USD";
    }

    /// <summary>A rival that is to be founded next quarter.</summary>
    private static bool IsAnnounced(StoredRun run, int quarter, PartnershipMessage message) =>
        run.History.Quarters[quarter].Closed.Alliances.FindAlliance(message.Alliance) is { Status: AllianceStatus.Planned };

    private static string Tier(MarketDefinition market, PartnershipMessage message) => TierOf(market, message).Name;

    private static Tier TierOf(MarketDefinition market, PartnershipMessage message) => market.Alliances[Rivals.TermsOf(market, message.Alliance)].Tiers[message.Tier];
}
