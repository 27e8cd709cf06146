using VirtAlliance.Client.Showing;

namespace VirtAlliance.Client.Tests;

public sealed class SparklineTests
{
    [Fact]
    public void Nothing_is_the_lowest_block_and_the_top_the_highest() => Assert.Equal("▁▅█", Sparkline.Of([0, 0.25, 0.5], 0.5));

    [Fact]
    public void A_series_of_zeros_stays_at_the_bottom() => Assert.Equal("▁▁", Sparkline.Of([0, 0], 0));
}
