using CsCheck;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Tests.Arithmetic;

public sealed class ExactMathTests
{
    [Fact]
    public void Exp_is_within_its_stated_error() =>
        Gen.Double[-700, 700].Sample(x => Math.Abs(ExactMath.Exp(x) / Math.Exp(x) - 1) < 4e-16 + 2.3e-16);

    [Fact]
    public void Exp2_is_within_its_stated_error() =>
        Gen.Double[-1000, 1000].Sample(x => Math.Abs(ExactMath.Exp2(x) / Math.Pow(2, x) - 1) < 4e-16 + 2.3e-16);

    [Fact]
    public void Log_is_within_its_stated_error() =>
        Gen.Double[-700, 700].Select(Math.Exp).Sample(x => Math.Abs(ExactMath.Log(x) - Math.Log(x)) < 3e-16 * Math.Max(1, Math.Abs(Math.Log(x))) + 2.3e-16 * Math.Abs(Math.Log(x)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2.718281828459045)]
    [InlineData(-1, 0.36787944117144233)]
    [InlineData(10, 22026.465794806718)]
    public void Exp_gives_known_values(double x, double value) => Assert.Equal(value, ExactMath.Exp(x), value * 3e-16);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.6931471805599453)]
    [InlineData(10, 2.302585092994046)]
    [InlineData(0.001, -6.907755278982137)]
    public void Log_gives_known_values(double x, double value) => Assert.Equal(value, ExactMath.Log(x), 1e-15);

    [Fact]
    public void Whole_powers_of_two_are_exact() => Gen.Int[-1022, 1022].Sample(n => ExactMath.Exp2(n) == Math.ScaleB(1, n));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void There_is_no_logarithm_of(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.Log(x));

    [Fact]
    public void Eight_at_a_time_give_the_same_bits() => Gen.Double[-800, 800].Array[8].Sample(x =>
    {
        var exp = ExactMath8.Exp(Vector512.Create(x));
        var log = ExactMath8.Log(exp);
        return Enumerable.Range(0, 8).All(i => exp[i] == ExactMath.Exp(x[i]) && log[i] == ExactMath.Log(exp[i]));
    });
}
