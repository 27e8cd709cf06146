using CsCheck;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Model.Tests.Partnership;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Units_left_go_to_the_largest_remainders_and_among_equals_to_the_first()
    {
        Assert.Equal([4, 3, 3], LargestRemainder.Split(10, (long[])[1, 1, 1]).AsEnumerable());
        Assert.Equal([1, 6, 3], LargestRemainder.Split(10, (long[])[14, 58, 28]).AsEnumerable());
        Assert.Equal([3, 2, 5], LargestRemainder.Split(10, (double[])[0.3, 0.2, 0.5]).AsEnumerable());
        Assert.Equal([0, 3, 0], LargestRemainder.Split(3, (double[])[0, 0.4, 0]).AsEnumerable());
    }

    [Fact]
    public void Whole_amounts_split_exactly_however_large() =>
        Assert.Equal([long.MaxValue / 2, long.MaxValue - long.MaxValue / 2], LargestRemainder.Split(long.MaxValue, (long[])[long.MaxValue - 1, long.MaxValue]).AsEnumerable());

    [Fact]
    public void Parts_add_up_and_lie_within_one_of_their_quota() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Double[0, 1].Array[1, 9]).Where((_, weights) => weights.Sum() > 0).Sample((total, weights) =>
        {
            var parts = LargestRemainder.Split(total, weights);
            Assert.Equal(total, parts.Sum());
            for (var i = 0; i < parts.Length; i++) Assert.InRange(parts[i] - total * (weights[i] / weights.Sum()), -1.001, 1.001);
        });

    [Fact]
    public void Something_cannot_be_split_among_nobody()
    {
        Assert.Throws<ArgumentException>(() => LargestRemainder.Split(1, (long[])[0, 0]));
        Assert.Equal([0, 0], LargestRemainder.Split(0, (long[])[0, 0]).AsEnumerable());
    }
}
