using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Arithmetic;

/// <summary>2^x for sixteen numbers at a time, with its constants at hand: a loop keeps them in registers.</summary>
internal readonly ref struct Exp2Lanes
{
    private readonly Vector512<float> _toWhole;
    private readonly Vector512<float> _e5;
    private readonly Vector512<float> _e4;
    private readonly Vector512<float> _e3;
    private readonly Vector512<float> _e2;
    private readonly Vector512<float> _e1;
    private readonly Vector512<float> _e0;

    private unsafe Exp2Lanes(float* constants)
    {
        _toWhole = Vector512.Create(constants[0]);
        _e5 = Vector512.Create(constants[1]);
        _e4 = Vector512.Create(constants[2]);
        _e3 = Vector512.Create(constants[3]);
        _e2 = Vector512.Create(constants[4]);
        _e1 = Vector512.Create(constants[5]);
        _e0 = Vector512.Create(constants[6]);
    }

    /// <summary>Constants from memory, which the compiler cannot put back into each use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Exp2Lanes Load(float* constants) => new(constants);

    /// <summary>2^x for x in [−126, 126].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> InRange(Vector512<float> x) => ExactMath16.Exp2InRange(x, _toWhole, _e5, _e4, _e3, _e2, _e1, _e0);
}
