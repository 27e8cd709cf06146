using System.Globalization;
using System.Runtime.Intrinsics;
using CsCheck;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Tests.Chance;

public class PhiloxTests
{
    [Theory]
    [InlineData(7, "00000000 00000000 00000000 00000000", "00000000 00000000", "5f6fb709 0d893f64 4f121f81 4f730a48")]
    [InlineData(7, "ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "5207ddc2 45165e59 4d8ee751 8c52f662")]
    [InlineData(7, "243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "4dfccaba 190a87f0 c47362ba b6b5242a")]
    [InlineData(10, "00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData(10, "ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData(10, "243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    [InlineData(10, "00000001 00000000 00000000 00000000", "00000000 00000000", "f8e4cca4 5cb200db b1a574eb 097eff67")]
    [InlineData(10, "00000000 00000000 00000000 00000000", "00000001 00000000", "e3e80670 e50a0ebc 95f222c0 b615aa27")]
    [InlineData(10, "00000000 00000001 00000000 00000000", "00000000 00000000", "6ad0c5ec ea236249 73a459f5 074944b3")]
    [InlineData(10, "00000000 00000000 00000001 00000000", "00000000 00000000", "844515e1 f08d6eaa 0f19c053 83f875f0")]
    [InlineData(10, "00000000 00000000 00000000 00000001", "00000000 00000000", "2dce73e5 1348e23f fcf8e0ec a287aadb")]
    [InlineData(10, "00000000 00000000 00000000 00000000", "00000000 00000001", "fdde3e0b fa7e58b6 3380ec46 d8d55c4f")]
    [InlineData(10, "00000002 00000000 00000000 00000000", "0000002a 00000000", "d36c0225 a8875dcb 9a4d6d99 c609a559")]
    [InlineData(10, "00000007 0000000b 0000000d 00000011", "0132dcb8 000007db", "d07deda9 bfb75993 62bbab9d 342ebbe5")]
    [InlineData(10, "ffffffff 00000000 00000000 00000000", "deadbeef cafebabe", "d3654e0c 3da578a3 8da04a00 d530a9a0")]
    public void Words_are_the_known_answers(int rounds, string counter, string key, string words)
    {
        var c = Words(counter);
        var k = Words(key);
        var expected = Words(words);
        var block = Philox.Block(new DrawKey(k[0], k[1]), new PhiloxBlock(c[0], c[1], c[2], c[3]), rounds);
        Assert.Equal(new PhiloxBlock(expected[0], expected[1], expected[2], expected[3]), block);
    }

    [Fact]
    public void Sixteen_at_a_time_are_the_same_words() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt.Array[16]).Sample((seed, replicate, segment, quarter, purpose, indexes) =>
        {
            var key = new DrawKey(seed, replicate);
            new Philox16(key, segment, quarter, (Purpose)purpose).Draw(Vector512.Create(indexes), out var w0, out var w1, out var w2, out var w3);
            for (var lane = 0; lane < 16; lane++)
                Assert.Equal(Philox.Draw(key, indexes[lane], segment, quarter, (Purpose)purpose), new PhiloxBlock(w0[lane], w1[lane], w2[lane], w3[lane]));
        });

    [Theory]
    [InlineData(0u, 5.9604645e-08f)]
    [InlineData(0x80000000u, 0.50000006f)]
    [InlineData(0xFFFFFFFFu, 0.99999994f)]
    public void A_uniform_lies_strictly_between_0_and_1(uint word, float number) => Assert.Equal(number, Uniform.Of(word));

    [Fact]
    public void Numbers_below_a_bound_are_counted_without_rounding() =>
        Gen.Select(Gen.UInt, Gen.OneOf(Gen.Float[-1f, 2f], Gen.UInt.Select(Uniform.Of), Gen.Const(0f), Gen.Const(1f)))
            .Sample((word, bound) => Uniform.Of(word) < bound == word >> 9 < Uniform.NumbersBelow(bound));

    [Fact]
    public void Sixteen_uniforms_at_a_time_have_the_same_bits() =>
        Gen.UInt.Array[16].Sample(words =>
        {
            var numbers = Uniform.Of(Vector512.Create(words));
            for (var lane = 0; lane < 16; lane++) Assert.Equal(Uniform.Of(words[lane]), numbers[lane]);
        });

    private static uint[] Words(string text) => [.. text.Split(' ').Select(w => uint.Parse(w, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
