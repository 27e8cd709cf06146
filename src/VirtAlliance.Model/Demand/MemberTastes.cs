using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>Tastes of a panel's members in double, eight to a vector, in the order of their places.</summary>
internal sealed unsafe class MemberTastes
{
    public const int Lanes = 8;
    private const double Step = 1 / 4096.0;

    public MemberTastes(Segment segment, PanelMembers members)
    {
        var (columns, positions) = (members.Columns, members.Positions);
        Groups = positions / Lanes;
        Sensitivity = Column(segment.PriceTaste, new(columns.Z1, positions));
        foreach (ref var sensitivity in Sensitivity.AsSpan()) sensitivity = ExactMath8.Exp(sensitivity);
        Quality = Column(segment.QualityTaste, new(columns.Z2, positions));
        Openness = Column(segment.OpennessTaste, new(columns.Z3, positions));
        Switching = Column(segment.SwitchingCost, new(columns.Z4, positions));
        foreach (ref var switching in Switching.AsSpan()) switching = Vector512.Max(switching, Vector512<double>.Zero);
        Seats = Vectors([.. new Span<ushort>(columns.Seats, positions).ToArray().Select(w => (double)w)]);
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

    private static Vector512<double>[] Column(Taste taste, ReadOnlySpan<short> steps)
    {
        var values = new double[steps.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Math.FusedMultiplyAdd(taste.Spread, steps[i] * Step, taste.Mean);
        return Vectors(values);
    }

    private static Vector512<double>[] Vectors(double[] column) => MemoryMarshal.Cast<double, Vector512<double>>(column).ToArray();
}
