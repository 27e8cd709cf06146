using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary>How a vendor chooses its alliances. A rule of one's own is a class that says this and a line <c>PartnershipRules.Known.Add("its-name", new ItsClass())</c>.</summary>
/// <remarks>What it answers must depend on nothing but what it is asked, and on no order but that of ids: it is asked again after a crash, on other nodes, and must answer the same.</remarks>
public interface IPartnershipRule
{
    /// <summary>True: the survey is in the market that it is asked about. It costs a record up to half a kilobyte per segment.</summary>
    bool NeedsSurvey { get; }

    /// <summary>True if it is to be asked in <paramref name="quarter"/>; by default every so many quarters, vendors taking turns.</summary>
    bool Decides(PartnershipRule terms, int vendor, int quarter) => terms.IsTurnOf(vendor, quarter);

    /// <summary>What the vendor says to alliances in the quarter's first round: <see cref="MessageKind.Application"/>, <see cref="MessageKind.Withdrawal"/>, or <see cref="MessageKind.Founding"/> of a rival.</summary>
    /// <remarks>One of <see cref="PartnershipMoves"/>, or none, is always in order. Numbers are given later.</remarks>
    ImmutableArray<PartnershipMessage> Decide(PartnershipQuestion asked);
}
