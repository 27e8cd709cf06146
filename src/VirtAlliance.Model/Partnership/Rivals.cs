using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;

namespace VirtAlliance.Model.Partnership;

/// <summary>Alliances that vendors found in mid-run: behind the same technology, on the terms of a scenario's alliance, with the founder as leader and sole member.</summary>
/// <remarks>An id is <c>parent.founder.2012-Q3</c>, the quarter being that of the founding. No name in a scenario holds a dot, so that it is nobody else's.</remarks>
public static class Rivals
{
    /// <summary>Tier of the founder: the first, as that of every leader who is not listed.</summary>
    public const int FoundersTier = 0;

    private const char Dot = '.';

    /// <summary>Id of the alliance that <paramref name="vendor"/> founds in <paramref name="quarter"/> on the terms of the scenario's alliance <paramref name="terms"/>.</summary>
    public static string IdOf(MarketDefinition market, int terms, int vendor, int quarter) =>
        string.Join(Dot, market.Alliances[terms].Id, market.Vendors[vendor].Id, market.Starts.Plus(quarter).ToString());

    /// <summary>Index of the scenario's alliance whose terms the alliance with this id has: its own, or its parent's.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int TermsOf(MarketDefinition market, string alliance)
    {
        var parent = alliance.AsSpan(0, alliance.IndexOf(Dot, StringComparison.Ordinal) is var dot and > 0 ? dot : alliance.Length);
        for (var i = 0; i < market.Alliances.Length; i++)
            if (parent.SequenceEqual(market.Alliances[i].Id)) return i;
        throw new ArgumentException($"no alliance of the scenario has the terms of '{alliance}'", nameof(alliance));
    }

    /// <summary>True if the alliance was founded, or is to be founded, in mid-run.</summary>
    public static bool Is(MarketDefinition market, AllianceState alliance) => market.Alliances[alliance.Terms].Id != alliance.Id;

    /// <summary>The alliances with those that vendors announced this quarter, to be founded in the next; by id.</summary>
    /// <param name="market">The run's market.</param>
    /// <param name="alliances">As decided this quarter.</param>
    /// <param name="said">All messages of the quarter's first round, in any order.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public static ImmutableArray<AllianceState> WithAnnounced(
        MarketDefinition market, ImmutableArray<AllianceState> alliances, IEnumerable<PartnershipMessage> said, int quarter)
    {
        ImmutableArray<AllianceState> announced =
        [
            .. Correspondence.InOrder(said.Where(m => m.Kind == MessageKind.Founding && !alliances.Any(a => a.Id == m.Alliance))).Select(m => new AllianceState
            {
                Id = m.Alliance, Terms = TermsOf(market, m.Alliance), Leader = m.Vendor, FoundedIn = quarter + 1,
            }),
        ];
        return announced.IsEmpty ? alliances : [.. alliances.Concat(announced).OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <summary>The alliances without plans of vendors that no longer trade: such a plan comes to nothing.</summary>
    public static ImmutableArray<AllianceState> WithoutOrphanedPlans(MarketDefinition market, ImmutableArray<AllianceState> alliances, ImmutableArray<VendorState> vendors) =>
    [
        .. alliances.Select(a => a.Status == AllianceStatus.Planned && Is(market, a) && vendors[a.Leader].Status != VendorStatus.Active
            ? a with { Status = AllianceStatus.Dissolved, Leader = -1 }
            : a),
    ];
}
