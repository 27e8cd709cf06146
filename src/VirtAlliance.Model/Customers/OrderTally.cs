using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Customers;

/// <summary>Counts the orders of a contract phase: customers and seats per product.</summary>
/// <remarks>Sixteen lanes of 32 bits per product suffice: a block's 65,536 customers have at most 2³² − 65,536 seats together.</remarks>
internal sealed unsafe class OrderTally : IDisposable
{
    private readonly int _products;
    private readonly long[] _customers;
    private Vector512<uint>* _seats;

    public OrderTally(int products)
    {
        _products = products;
        _customers = GC.AllocateArray<long>(Math.Max(1, products), pinned: true);
        _seats = (Vector512<uint>*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, products) * 64, 64);
        Clear();
    }

    ~OrderTally() => Free();

    public void Clear()
    {
        Array.Clear(_customers);
        new Span<Vector512<uint>>(_seats, _products).Clear();
    }

    /// <summary>Choices of customers in the market since it was last set to 0; <see cref="Clear"/> leaves it.</summary>
    public long Decisions { get; set; }

    /// <summary>Customers that ordered a product.</summary>
    public long Customers(int product) => _customers[product];

    /// <summary>Their seats, if <see cref="AddSeats"/> was called with them.</summary>
    public long Seats(int product)
    {
        long sum = 0;
        for (var lane = 0; lane < Vector512<uint>.Count; lane++) sum += _seats[product][lane];
        return sum;
    }

    /// <summary>Counts a tile's choices.</summary>
    /// <param name="chosen">Product numbers; <see cref="CustomerColumns.Absent"/> for those not in the market.</param>
    /// <param name="options">The alternatives, without none.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddCustomers(Vector512<byte> chosen, ChoiceOption* options, int count)
    {
        unchecked
        {
            var customers = (long*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_customers));
            for (var option = options; option < options + count; option++)
                customers[option->Code] += BitOperations.PopCount(Vector512.Equals(chosen, Vector512.Create((byte)option->Code)).ExtractMostSignificantBits());
        }
    }

    /// <summary>Adds up their seats.</summary>
    /// <param name="chosen">64 product numbers, as for <see cref="AddCustomers"/>.</param>
    /// <param name="seats">64 numbers of seats.</param>
    /// <param name="options">The alternatives, without none.</param>
    /// <param name="count">How many.</param>
    [SkipLocalsInit]
    public void AddSeats(Vector512<byte> chosen, ushort* seats, ChoiceOption* options, int count)
    {
        unchecked
        {
            var codes = stackalloc byte[BlockLayout.TileSize];
            chosen.Store(codes);
            var (a, b, c, d) = (TileLanes.Codes(codes), TileLanes.Codes(codes + 16), TileLanes.Codes(codes + 32), TileLanes.Codes(codes + 48));
            var (seatsA, seatsB) = (TileLanes.Seats(seats), TileLanes.Seats(seats + 16));
            var (seatsC, seatsD) = (TileLanes.Seats(seats + 32), TileLanes.Seats(seats + 48));
            for (var option = options; option < options + count; option++)
            {
                var code = Vector512.Create(option->Code);
                var sum = _seats[option->Code];
                sum = Vector512.ConditionalSelect(Vector512.Equals(a, code).AsUInt32(), sum + seatsA, sum);
                sum = Vector512.ConditionalSelect(Vector512.Equals(b, code).AsUInt32(), sum + seatsB, sum);
                sum = Vector512.ConditionalSelect(Vector512.Equals(c, code).AsUInt32(), sum + seatsC, sum);
                _seats[option->Code] = Vector512.ConditionalSelect(Vector512.Equals(d, code).AsUInt32(), sum + seatsD, sum);
            }
        }
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_seats is null) return;
        NativeMemory.AlignedFree(_seats);
        _seats = null;
    }
}
