using System.Collections.Immutable;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Model.Partnership;

/// <summary>An alliance's one decision of a quarter: who goes, who comes, who leads, who is invited.</summary>
internal sealed class Meeting
{
    /// <summary>Unpaid quarters running that expel a member.</summary>
    public const int UnpaidQuartersAllowed = 1;

    private readonly MarketDefinition _market;
    private readonly MarketState _opened;
    private readonly int _quarter;
    private readonly Alliance _terms;
    private readonly ImmutableArray<PartnershipMessage>.Builder _sent = ImmutableArray.CreateBuilder<PartnershipMessage>();
    private AllianceState _alliance;

    public Meeting(MarketDefinition market, MarketState opened, AllianceState alliance, int quarter)
    {
        (_market, _opened, _alliance, _quarter) = (market, opened, alliance, quarter);
        _terms = market.Alliances[alliance.Terms];
    }

    public AllianceDecision Decide(ImmutableArray<PartnershipMessage> received)
    {
        var messages = Correspondence.InOrder(received);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Withdrawal)) Remove(m.Vendor);
        foreach (var m in _alliance.Members.Where(m => m.UnpaidQuarters > UnpaidQuartersAllowed)) Expel(m.Vendor);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Founding)) Found(m);
        foreach (var m in messages.Where(m => m.Kind == MessageKind.Application)) Answer(m, MayJoin(m.Vendor));
        _alliance = Dissolution.OrSuccession(_terms, _alliance, _opened.Vendors);
        foreach (var join in Script.ToInvite(_market, _quarter).Where(j => _market.Alliances[j.Alliance].Id == _alliance.Id)) Invite(join);
        return new AllianceDecision(_alliance, _sent.ToImmutable());
    }

    private void Expel(int vendor)
    {
        Remove(vendor);
        Send(MessageKind.Expulsion, vendor);
    }

    private void Found(PartnershipMessage founding)
    {
        var mayFound = Founders.AreDue(_market, _alliance, _quarter) && !IsElsewhere(founding.Vendor);
        if (mayFound) _alliance = _alliance with { Status = AllianceStatus.Active, FoundedIn = _quarter, Leader = founding.Vendor };
        Answer(founding, mayFound);
    }

    private bool MayJoin(int vendor) =>
        _alliance.Status == AllianceStatus.Active && !IsElsewhere(vendor)
        && (!_terms.ByInvitation || _alliance.Has(vendor) || IsFounder(vendor) || _opened.Vendors[vendor].Invitations.Contains(_alliance.Id));

    private bool IsFounder(int vendor) => _alliance.FoundedIn == _quarter && Founders.Party(_terms, _opened.Vendors).Any(m => m.Vendor == vendor);

    private bool IsElsewhere(int vendor) => _opened.Alliances.Any(other =>
        other.Id != _alliance.Id && _market.Alliances[other.Terms].Technology == _terms.Technology
        && other.Has(vendor) && !Script.Leaves(_market, other, vendor, _quarter));

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

    private void Invite(VendorJoins join)
    {
        if (_alliance.Status != AllianceStatus.Active || _alliance.Has(join.Vendor)) return;
        if (_opened.Vendors[join.Vendor].Status == Firms.VendorStatus.Active) Send(MessageKind.Invitation, join.Vendor, join.Tier);
    }

    private void Send(MessageKind kind, int vendor, int tier = -1) =>
        _sent.Add(new PartnershipMessage(2, kind, vendor, _alliance.Id, _sent.Count, tier));
}
