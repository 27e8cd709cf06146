using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>Tastes of a panel's members in double, eight to a vector, in the order of their places.</summary>
internal sealed unsafe class MemberTastes
{
    public const int Lanes = 8;
    private const double Step = 1 / 4096.0;

    /// <summary>Of all members of a panel.</summary>
    public MemberTastes(Segment segment, PanelMembers members)
        : this(
            segment, new(members.Columns.Z1, members.Positions), new(members.Columns.Z2, members.Positions), new(members.Columns.Z3, members.Positions),
            new(members.Columns.Z4, members.Positions), new(members.Columns.Seats, members.Positions))
    {
    }

    /// <summary>Of some customers in this order; the last vector is filled up with customers of no seats.</summary>
    public MemberTastes(Segment segment, ReadOnlySpan<CustomerBirth> births)
        : this(segment, Filled(births, b => b.Z1), Filled(births, b => b.Z2), Filled(births, b => b.Z3), Filled(births, b => b.Z4), Filled(births, b => b.Seats))
    {
    }

    private MemberTastes(Segment segment, ReadOnlySpan<short> z1, ReadOnlySpan<short> z2, ReadOnlySpan<short> z3, ReadOnlySpan<short> z4, ReadOnlySpan<ushort> seats)
    {
        Groups = seats.Length / Lanes;
        Sensitivity = Column(segment.PriceTaste, z1);
        foreach (ref var sensitivity in Sensitivity.AsSpan()) sensitivity = ExactMath8.Exp(sensitivity);
        Quality = Column(segment.QualityTaste, z2);
        Openness = Column(segment.OpennessTaste, z3);
        Switching = Column(segment.SwitchingCost, z4);
        foreach (ref var switching in Switching.AsSpan()) switching = Vector512.Max(switching, Vector512<double>.Zero);
        Seats = Vectors([.. seats.ToArray().Select(w => (double)w)]);
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

    /// <summary>Eight bytes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Wide(byte* from)
    {
        var bytes = Vector128.CreateScalarUnsafe(*(ulong*)from).AsByte();
        if (Avx512F.IsSupported) return Avx512F.ConvertToVector512Int64(bytes);
        var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
        var (first, second) = Vector256.Widen(Vector256.Create(low, high));
        return Vector512.Create(first, second).AsInt64();
    }

    private static Vector512<double>[] Column(Taste taste, ReadOnlySpan<short> steps)
    {
        var values = new double[steps.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Math.FusedMultiplyAdd(taste.Spread, steps[i] * Step, taste.Mean);
        return Vectors(values);
    }

    private static T[] Filled<T>(ReadOnlySpan<CustomerBirth> births, Func<CustomerBirth, T> what)
    {
        var column = new T[(births.Length + Lanes - 1) / Lanes * Lanes];
        for (var i = 0; i < births.Length; i++) column[i] = what(births[i]);
        return column;
    }

    private static Vector512<double>[] Vectors(double[] column) => MemoryMarshal.Cast<double, Vector512<double>>(column).ToArray();
}
