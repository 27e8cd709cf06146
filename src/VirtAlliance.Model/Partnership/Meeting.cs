using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Firms;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>An alliance's one decision of a quarter: who goes, who comes, who leads, who is invited.</summary>
internal sealed class Meeting
{
    /// <summary>Unpaid quarters running that expel a member.</summary>
    public const int UnpaidQuartersAllowed = 1;

    private readonly MarketDefinition _market;
    private readonly MarketState _opened;
    private readonly ImmutableArray<PartnershipMessage> _withdrawals;
    private readonly int _quarter;
    private readonly Alliance _terms;
    private readonly ImmutableArray<PartnershipMessage>.Builder _sent = ImmutableArray.CreateBuilder<PartnershipMessage>();
    private AllianceState _alliance;

    /// <param name="market">The run's market.</param>
    /// <param name="opened">As the quarter opened.</param>
    /// <param name="alliance">As it stands in it.</param>
    /// <param name="withdrawals">Of the quarter, from any alliance: who leaves another may join this one.</param>
    /// <param name="quarter">Number of the quarter.</param>
    public Meeting(MarketDefinition market, MarketState opened, AllianceState alliance, ImmutableArray<PartnershipMessage> withdrawals, int quarter)
    {
        (_market, _opened, _alliance, _withdrawals, _quarter) = (market, opened, alliance, withdrawals, quarter);
        _terms = market.Alliances[alliance.Terms];
    }

    /// <summary>Decides on the messages received, in any order.</summary>
    /// <param name="received">All messages of the quarter's first round that are addressed to it.</param>
    /// <param name="guests">Whom the alliance, as it then stands, invites.</param>
    public AllianceDecision Decide(ImmutableArray<PartnershipMessage> received, Func<AllianceState, IEnumerable<Guest>> guests)
    {
        var messages = Correspondence.InOrder(received);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Withdrawal)) Remove(m.Vendor);
        foreach (var m in _alliance.Members.Where(m => m.UnpaidQuarters > UnpaidQuartersAllowed)) Expel(m.Vendor);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Founding)) Found(m);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Application)) Answer(m, MayJoin(m.Vendor));
        _alliance = Dissolution.OrSuccession(_terms, _alliance, _opened.Vendors);
        foreach (var guest in guests(_alliance)) Send(MessageKind.Invitation, guest.Vendor, guest.Tier);
        return new AllianceDecision(_alliance, _sent.ToImmutable());
    }

    private void Expel(int vendor)
    {
        Remove(vendor);
        Send(MessageKind.Expulsion, vendor);
    }

    private void Found(PartnershipMessage founding)
    {
        var mayFound = Founders.AreDue(_market, _alliance, _quarter) && IsFounder(founding.Vendor) && !IsElsewhere(founding.Vendor);
        if (mayFound) _alliance = _alliance with { Status = AllianceStatus.Active, FoundedIn = _quarter, Leader = founding.Vendor };
        Answer(founding, mayFound);
    }

    private bool MayJoin(int vendor) =>
        _alliance.Status == AllianceStatus.Active && !IsElsewhere(vendor)
        && (!_terms.ByInvitation || _alliance.Has(vendor) || (_alliance.FoundedIn == _quarter && IsFounder(vendor)) || _opened.Vendors[vendor].Invitations.Contains(_alliance.Id));

    private bool IsFounder(int vendor) => Founders.Party(_market, _alliance, _opened.Vendors).Any(m => m.Vendor == vendor);

    private bool IsElsewhere(int vendor) => _opened.Alliances.Any(other =>
        other.Id != _alliance.Id && _market.Alliances[other.Terms].Technology == _terms.Technology
        && other.Has(vendor) && !_withdrawals.Any(w => w.Vendor == vendor && w.Alliance == other.Id));

    private void Answer(PartnershipMessage request, bool isIn)
    {
        if (isIn) Enter(request.Vendor, request.Tier);
        Send(isIn ? MessageKind.Admission : MessageKind.Refusal, request.Vendor, request.Tier);
    }

    private void Enter(int vendor, int tier)
    {
        var unpaid = _alliance.Members.Where(m => m.Vendor == vendor).Sum(m => m.UnpaidQuarters);
        _alliance = _alliance with { Members = Memberships.With(_alliance.Members, new Member(vendor, tier, unpaid)) };
    }

    private void Remove(int vendor) => _alliance = _alliance with { Members = Memberships.Without(_alliance.Members, vendor) };

    private void Send(MessageKind kind, int vendor, int tier = -1) =>
        _sent.Add(new PartnershipMessage(2, kind, vendor, _alliance.Id, _sent.Count, tier));
}
