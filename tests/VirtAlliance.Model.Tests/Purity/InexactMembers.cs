using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Tests.Purity;

/// <summary>Members of the base class library whose last bits may change with the machine or the version: found by reflection, so that a new runtime's additions are found, too.</summary>
internal static class InexactMembers
{
    private static readonly Type[] Holders =
    [
        typeof(Math), typeof(MathF), typeof(double), typeof(float), typeof(Half), typeof(NFloat),
        typeof(Vector), typeof(Vector64), typeof(Vector128), typeof(Vector256), typeof(Vector512),
    ];

    /// <summary>The interfaces of generic mathematics that name every transcendental function; of their members only the square root is exact.</summary>
    public static readonly Type[] Functions =
    [
        typeof(IExponentialFunctions<>), typeof(ILogarithmicFunctions<>), typeof(IPowerFunctions<>),
        typeof(IRootFunctions<>), typeof(ITrigonometricFunctions<>), typeof(IHyperbolicFunctions<>),
    ];

    private static readonly string[] Transcendental =
        [.. Functions.SelectMany(f => f.GetMethods()).Select(m => m.Name).Where(n => n != "Sqrt"), "Atan2", "Atan2Pi"];

    public static IEnumerable<MethodInfo> All() =>
        Holders.SelectMany(h => h.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => Transcendental.Contains(m.Name) || m.Name.EndsWith("Estimate", StringComparison.Ordinal) || m.Name.EndsWith("Native", StringComparison.Ordinal))
            .Concat(HardwareEstimates());

    private static IEnumerable<MethodInfo> HardwareEstimates() =>
        typeof(Vector512).Assembly.GetExportedTypes()
            .Where(t => t.Namespace!.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.StartsWith("Reciprocal", StringComparison.Ordinal) && !m.Name.EndsWith("Step", StringComparison.Ordinal));
}
