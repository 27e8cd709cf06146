using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Partnership;

/// <summary>Who has the say in an alliance.</summary>
public static class Control
{
    /// <summary>Part of <paramref name="vendor"/> in [0, 1]: the leader's by office, the rest by stated dues, in equal parts while nobody owes any. Members' parts add up to 1.</summary>
    public static double Of(Alliance terms, AllianceState alliance, int vendor)
    {
        if (!alliance.Has(vendor)) return 0;
        long own = 0, all = 0;
        foreach (var member in alliance.Members)
        {
            var dues = Memberships.StatedDuesCents(terms, member);
            all += dues;
            if (member.Vendor == vendor) own = dues;
        }
        var byDues = all > 0 ? (double)own / all : 1.0 / alliance.Members.Length;
        return (alliance.Leader == vendor ? terms.LeaderControl : 0) + (1 - terms.LeaderControl) * byDues;
    }
}
