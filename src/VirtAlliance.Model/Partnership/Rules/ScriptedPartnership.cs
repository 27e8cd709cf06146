using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary><c>scripted</c>: the scenario's events move the vendor, and it decides nothing.</summary>
internal sealed class ScriptedPartnership : IPartnershipRule
{
    public bool NeedsSurvey => false;

    public bool Decides(PartnershipRule terms, int vendor, int quarter) => false;

    public ImmutableArray<PartnershipMessage> Decide(PartnershipQuestion asked) => [];
}
