using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Tests.Customers;

public class BlockEqualsPlainCustomersTests
{
    /// <summary>Sixteen markets of 65,536 customers and more: over 10⁶ drawn customers, four quarters each.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_block_does_to_the_bit_what_its_customers_do_one_by_one(int seed)
    {
        var drawn = new DrawnMarket(seed, 3 * BlockId.Size - seed * 1000);
        var index = seed % 3;
        using var block = drawn.Block(index);
        var customers = new Reference(drawn, index);
        customers.AssertSame(block, block.Stocks);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var conditions = drawn.Conditions(quarter, customers.Adopters, customers.Present);
            var totals = block.Choose(conditions);
            customers.Live(conditions);
            customers.AssertSame(block, totals);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(77, 2)]
    [InlineData(130, 5)]
    [InlineData(4_097, 4)]
    public void Small_blocks_too(int customers, int seed)
    {
        var drawn = new DrawnMarket(seed, customers);
        using var block = drawn.Block(0);
        var plain = new Reference(drawn, 0);
        plain.AssertSame(block, block.Stocks);
        for (var quarter = 0; quarter < 12; quarter++)
        {
            var conditions = drawn.Conditions(quarter, plain.Adopters, plain.Present);
            var totals = block.Choose(conditions);
            plain.Live(conditions);
            plain.AssertSame(block, totals);
        }
    }

    /// <summary>A block's customers, one by one.</summary>
    private sealed class Reference
    {
        private readonly DrawnMarket _drawn;
        private readonly PlainCustomers _plain;
        private readonly long _first;
        private readonly CustomerBirth[] _births;
        private readonly byte[] _products;
        private readonly byte[] _franchises;
        private readonly long[] _orderedSeats;
        private readonly long[] _orderedSeatQuarters;

        public Reference(DrawnMarket drawn, int block)
        {
            _drawn = drawn;
            _first = (long)block * BlockId.Size;
            _plain = new PlainCustomers(drawn.Market, 0, drawn.Likings, drawn.First);
            var last = Math.Min(BlockId.Size, drawn.Definition.Segments[0].CustomersAt(drawn.Definition.Quarters - 1) - _first);
            _births = [.. Enumerable.Range(0, (int)last).Select(i => _plain.Birth(_first + i))];
            _products = [.. _births.Select((b, i) => _plain.FirstProduct(_first + i, b))];
            _franchises = [.. _births.Select(b => b.Franchises)];
            _orderedSeats = new long[drawn.Market.None];
            _orderedSeatQuarters = new long[drawn.Market.None];
            Present = (int)Math.Clamp(drawn.Definition.Segments[0].CustomersAt(0) - _first, 0, last);
        }

        public int Present { get; private set; }

        public long Adopters => _products.Take(Present).Count(p => p != _drawn.Market.None);

        public void Live(MarketConditions conditions)
        {
            _plain.Enter(conditions);
            Array.Clear(_orderedSeats);
            Array.Clear(_orderedSeatQuarters);
            Present = (int)Math.Clamp(conditions.Segments[0].Customers - _first, 0, _births.Length);
            for (var i = 0; i < Present; i++)
            {
                var quarters = _plain.Live(_first + i, _births[i], ref _products[i], ref _franchises[i]);
                if (quarters == 0) continue;
                _orderedSeats[_products[i]] += _births[i].Seats;
                _orderedSeatQuarters[_products[i]] += _births[i].Seats * quarters;
            }
        }

        public void AssertSame(CustomerBlock block, CustomerTotals totals)
        {
            for (var i = 0; i < _births.Length; i++)
            {
                var position = block.PositionOf(_first + i);
                if ((i < Present ? _products[i] : CustomerColumns.Absent) != block.Products[position]) Assert.Fail($"customer {i} runs {block.Products[position]}, not {_products[i]}");
                if (_franchises[i] != block.Franchises[position]) Assert.Fail($"customer {i} holds {block.Franchises[position]}, not {_franchises[i]}");
            }
            var there = Enumerable.Range(0, Present).ToArray();
            Assert.Equal(Enumerable.Range(0, _drawn.Market.None + 1).Select(j => (long)there.Count(i => _products[i] == j)), totals.Customers);
            Assert.Equal(Enumerable.Range(0, _drawn.Market.None + 1).Select(j => there.Where(i => _products[i] == j).Sum(i => (long)_births[i].Seats)), totals.Seats);
            Assert.Equal(_plain.Decisions, block.Decisions);
            Assert.Equal(_orderedSeats, totals.OrderedSeats);
            Assert.Equal(_orderedSeatQuarters, totals.OrderedSeatQuarters);
            Assert.Equal(
                Enumerable.Range(0, _drawn.Definition.Franchises.Length).Select(f => there.Where(i => ((_franchises[i] >> f) & 1) != 0).Sum(i => (long)_births[i].Seats)),
                totals.FranchiseSeats);
        }
    }
}
