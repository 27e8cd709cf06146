using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>Tastes of a panel's members in double, eight to a vector; the last vector is filled up with the last member.</summary>
internal sealed class MemberTastes
{
    public const int Lanes = 8;
    private const double Step = 1 / 4096.0;

    public MemberTastes(Segment segment, ReadOnlySpan<CustomerBirth> members)
    {
        Groups = (members.Length + Lanes - 1) / Lanes;
        var (sensitivity, quality, openness, switching, seats) = (Column(), Column(), Column(), Column(), Column());
        for (var i = 0; i < Groups * Lanes; i++)
        {
            var member = members[Math.Min(i, members.Length - 1)];
            sensitivity[i] = ExactMath.Exp(Math.FusedMultiplyAdd(segment.PriceTaste.Spread, member.Z1 * Step, segment.PriceTaste.Mean));
            quality[i] = Math.FusedMultiplyAdd(segment.QualityTaste.Spread, member.Z2 * Step, segment.QualityTaste.Mean);
            openness[i] = Math.FusedMultiplyAdd(segment.OpennessTaste.Spread, member.Z3 * Step, segment.OpennessTaste.Mean);
            switching[i] = Math.Max(0, Math.FusedMultiplyAdd(segment.SwitchingCost.Spread, member.Z4 * Step, segment.SwitchingCost.Mean));
            seats[i] = member.Seats;
        }
        (Sensitivity, Quality, Openness, Switching, Seats) = (Vectors(sensitivity), Vectors(quality), Vectors(openness), Vectors(switching), Vectors(seats));
    }

    /// <summary>Vectors of eight members.</summary>
    public int Groups { get; }

    /// <summary>α [utils per 100 USD per seat and quarter].</summary>
    public Vector512<double>[] Sensitivity { get; }

    /// <summary>β [utils].</summary>
    public Vector512<double>[] Quality { get; }

    /// <summary>ω [utils].</summary>
    public Vector512<double>[] Openness { get; }

    /// <summary>κ [utils].</summary>
    public Vector512<double>[] Switching { get; }

    /// <summary>w.</summary>
    public Vector512<double>[] Seats { get; }

    private double[] Column() => new double[Groups * Lanes];

    private static Vector512<double>[] Vectors(double[] column) => MemoryMarshal.Cast<double, Vector512<double>>(column).ToArray();
}
