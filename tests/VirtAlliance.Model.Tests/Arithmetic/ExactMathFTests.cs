using System.Runtime.Intrinsics;
using CsCheck;
using VirtAlliance.Model.Arithmetic;

namespace VirtAlliance.Model.Tests.Arithmetic;

public class ExactMathFTests
{
    [Fact]
    public void Exp2_is_within_its_bound()
    {
        for (var k = -126 * 4096; k <= 126 * 4096; k++)
        {
            var x = k / 4096f;
            Assert.InRange(Math.Abs(ExactMathF.Exp2(x) / Math.Pow(2, x) - 1), 0, 2.5e-7);
        }
    }

    [Fact]
    public void Exp2_of_a_whole_number_is_exact()
    {
        for (var k = -126; k <= 126; k++) Assert.Equal((float)Math.Pow(2, k), ExactMathF.Exp2(k));
    }

    [Theory]
    [InlineData(-127f, -126f)]
    [InlineData(float.NegativeInfinity, -126f)]
    [InlineData(127f, 126f)]
    [InlineData(float.PositiveInfinity, 126f)]
    public void Exp2_outside_its_range_is_that_of_the_nearer_end(float x, float end) => Assert.Equal(ExactMathF.Exp2(end), ExactMathF.Exp2(x));

    [Fact]
    public void Ln_of_every_hundredth_uniform_is_within_its_bound()
    {
        for (var k = 0; k < 1 << 23; k += 97)
        {
            var u = (k + 0.5f) / 8388608f;
            Assert.InRange(Math.Abs(ExactMathF.Ln(u) / Math.Log(u) - 1), 0, 3e-7);
        }
        Assert.InRange(Math.Abs(ExactMathF.Ln(1 - 1f / 16777216) / Math.Log(1 - 1f / 16777216) - 1), 0, 3e-7);
    }

    [Fact]
    public void Ln_of_any_positive_number_is_within_its_bound() =>
        Gen.Float[1e-37f, 1e38f].Sample(x => Math.Abs(ExactMathF.Ln(x) - Math.Log(x)) <= 2e-7 * Math.Max(1, Math.Abs(Math.Log(x))));

    [Fact]
    public void Sine_and_cosine_of_turns_are_within_their_bound()
    {
        for (var k = 0; k < 1 << 23; k += 61)
        {
            var u = (k + 0.5f) / 8388608f;
            var (sine, cosine) = ExactMathF.SineCosineOfTurns(u);
            Assert.InRange(Math.Abs(sine - Math.Sin(2 * Math.PI * u)), 0, 2e-7);
            Assert.InRange(Math.Abs(cosine - Math.Cos(2 * Math.PI * u)), 0, 2e-7);
        }
    }

    [Fact]
    public void Sixteen_at_a_time_have_the_same_bits() =>
        Gen.Select(Gen.Float[-200f, 200f].Array[16], Gen.Float[1e-37f, 1e37f].Array[16], Gen.Float[0f, 1f].Array[16]).Sample((exponents, positives, turns) =>
        {
            var exp2 = ExactMath16.Exp2(Vector512.Create(exponents));
            var ln = ExactMath16.Ln(Vector512.Create(positives));
            ExactMath16.SineCosineOfTurns(Vector512.Create(turns), out var sine, out var cosine);
            for (var lane = 0; lane < 16; lane++)
            {
                Assert.Equal(Bits(ExactMathF.Exp2(exponents[lane])), Bits(exp2[lane]));
                Assert.Equal(Bits(ExactMathF.Ln(positives[lane])), Bits(ln[lane]));
                Assert.Equal((Bits(ExactMathF.SineCosineOfTurns(turns[lane]).Sine), Bits(ExactMathF.SineCosineOfTurns(turns[lane]).Cosine)), (Bits(sine[lane]), Bits(cosine[lane])));
            }
        });

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(x);
}
