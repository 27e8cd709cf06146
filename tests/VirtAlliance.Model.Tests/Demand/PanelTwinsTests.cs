using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Demand;
using VirtAlliance.Model.Layout;
using VirtAlliance.Model.Tests.Customers;

namespace VirtAlliance.Model.Tests.Demand;

public sealed class PanelTwinsTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 130)]
    [InlineData(3, 5_000)]
    [InlineData(4, 150_000)]
    [InlineData(5, 150_000)]
    [InlineData(6, 70_001)]
    [InlineData(7, 20_000)]
    public void Members_run_and_hold_what_their_twins_in_the_blocks_do(int seed, int customers)
    {
        var drawn = new DrawnMarket(seed, customers);
        var segment = drawn.Definition.Segments[0];
        var layout = PanelLayout.Of(segment);
        var last = segment.CustomersAt(drawn.Definition.Quarters - 1);
        var blocks = Enumerable.Range(0, (int)((last + BlockId.Size - 1) / BlockId.Size))
            .Select(b => CustomerBlock.Birth(drawn.Market, new BlockId(0, b, 0), drawn.Likings)).ToArray();
        using var panel = SegmentPanel.Birth(drawn.Market, 0, drawn.Likings);
        for (var quarter = -1; quarter < 9; quarter++)
        {
            if (quarter >= 0)
            {
                var conditions = drawn.Conditions(quarter, customers / 3, customers);
                foreach (var block in blocks) block.Choose(conditions);
                panel.Choose(conditions);
            }
            for (var k = 0; k < layout.Members(last); k++)
            {
                var (customer, block) = (k * layout.Stride, blocks[k * layout.Stride / BlockId.Size]);
                var position = block.PositionOf(customer);
                if (panel.ProductOf(k) != block.Products[position] || panel.FranchisesOf(k) != block.Franchises[position])
                    Assert.Fail($"quarter {quarter}: customer {customer} runs {block.Products[position]}, its twin {panel.ProductOf(k)}");
            }
        }
        foreach (var block in blocks) block.Dispose();
    }

    [Theory]
    [InlineData(1, 4, 1)]
    [InlineData(4_096, 4, 1)]
    [InlineData(4_097, 4, 3)]
    [InlineData(20_000, 4, 5)]
    [InlineData(20_000, 5, 7)]
    [InlineData(1_000_000_000, 3, 244_141)]
    public void Every_mth_customer_is_a_member_m_sharing_no_factor_with_four_contracts(long customers, int contract, long stride)
    {
        var segment = new DrawnMarket(1, 10).Definition.Segments[0] with { Customers = customers, ContractQuarters = contract };
        Assert.Equal(stride, PanelLayout.Of(segment).Stride);
    }
}
