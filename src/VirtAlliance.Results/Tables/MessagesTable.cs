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

    private static string Detail(StoredRun run, int quarter, PartnershipMessage message)
    {
        if (message.Kind == MessageKind.Contribution) return $"{new Money(message.Cents)} USD";
        var terms = run.History.Quarters[quarter].Closed.Alliances.FirstOrDefault(a => a.Id == message.Alliance)?.Terms;
        return terms is null || message.Tier < 0 ? "" : run.Market.Alliances[terms.Value].Tiers[message.Tier].Name;
    }
}
