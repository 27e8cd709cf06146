using System.Collections.Immutable;

namespace VirtAlliance.Model.Partnership;

/// <summary>Messages as a set: who arrives first, or twice, makes no difference.</summary>
public static class Correspondence
{
    /// <summary>Every message once, in order of <see cref="PartnershipMessage.Compare"/>.</summary>
    public static ImmutableArray<PartnershipMessage> InOrder(IEnumerable<PartnershipMessage> messages) =>
        [.. messages.Distinct().Order(Comparer<PartnershipMessage>.Create(PartnershipMessage.Compare))];
}
