using System.Collections.Immutable;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Customers;

/// <summary>Customers and seats of a block by contract phase and product, and what they ordered in the quarter.</summary>
/// <remarks>At a contract date a phase's holders of a product are exactly those who order it, so nothing has to be counted twice.</remarks>
internal sealed class PhaseStocks(int phases, int products, int franchises)
{
    private readonly long[] _customers = new long[phases * products];
    private readonly long[] _seats = new long[phases * products];
    private readonly long[] _orderedSeats = new long[products];
    private readonly long[] _orderedSeatQuarters = new long[products];
    private readonly long[] _franchiseSeats = new long[franchises];
    private long _allCustomers;
    private long _allSeats;

    /// <summary>Customers that exist.</summary>
    public long AllCustomers => _allCustomers;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_customers);
        Array.Clear(_seats);
        Array.Clear(_franchiseSeats);
        ClearOrders();
        _allCustomers = _allSeats = 0;
    }

    /// <summary>A new quarter: nothing is ordered yet.</summary>
    public void ClearOrders()
    {
        Array.Clear(_orderedSeats);
        Array.Clear(_orderedSeatQuarters);
    }

    /// <summary>Customers are there.</summary>
    public void Enter(long customers, long seats)
    {
        _allCustomers += customers;
        _allSeats += seats;
    }

    /// <summary>Some of them hold a product.</summary>
    public void Hold(int phase, int product, long customers, long seats) =>
        (_customers[phase * products + product], _seats[phase * products + product]) = (customers, seats);

    /// <summary>Some of them hold a franchise.</summary>
    public void Hold(int franchise, long seats) => _franchiseSeats[franchise] += seats;

    /// <summary>A customer's franchises change.</summary>
    public void Hold(byte before, byte after, int seats)
    {
        for (var f = 0; f < _franchiseSeats.Length; f++) _franchiseSeats[f] += seats * (((after >> f) & 1) - ((before >> f) & 1));
    }

    /// <summary>Orders of a phase for a product.</summary>
    /// <param name="phase">Contract phase.</param>
    /// <param name="product">Product.</param>
    /// <param name="customers">Customers that order.</param>
    /// <param name="seats">Their seats.</param>
    /// <param name="quarters">Length of their contracts.</param>
    /// <param name="due">It is the phase's contract date: all holders are among them.</param>
    public void Order(int phase, int product, long customers, long seats, int quarters, bool due)
    {
        var row = phase * products + product;
        _customers[row] = customers + (due ? 0 : _customers[row]);
        _seats[row] = seats + (due ? 0 : _seats[row]);
        _orderedSeats[product] += seats;
        _orderedSeatQuarters[product] += seats * quarters;
    }

    /// <summary>The block's totals.</summary>
    /// <param name="orders">False: without the quarter's orders.</param>
    public CustomerTotals Totals(bool orders) => new(
        WithNone(_customers, _allCustomers),
        WithNone(_seats, _allSeats),
        orders ? [.. _orderedSeats] : [.. new long[products]],
        orders ? [.. _orderedSeatQuarters] : [.. new long[products]],
        [.. _franchiseSeats]);

    private ImmutableArray<long> WithNone(long[] rows, long all)
    {
        var totals = ImmutableArray.CreateBuilder<long>(products + 1);
        for (var j = 0; j < products; j++)
        {
            long sum = 0;
            for (var phase = 0; phase < phases; phase++) sum += rows[phase * products + j];
            totals.Add(sum);
            all -= sum;
        }
        totals.Add(all);
        return totals.MoveToImmutable();
    }
}
