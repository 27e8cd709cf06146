using System.Runtime.CompilerServices;

namespace VirtAlliance.Model.Customers;

/// <summary>Where the columns of 64 customers begin.</summary>
internal readonly unsafe struct TileColumns(short* z1, short* z2, short* z3, short* z4, ushort* seats, byte* products, byte* franchises)
{
    /// <summary>Price tastes.</summary>
    public readonly short* Z1 = z1;

    /// <summary>Quality tastes.</summary>
    public readonly short* Z2 = z2;

    /// <summary>Openness tastes.</summary>
    public readonly short* Z3 = z3;

    /// <summary>Switching costs.</summary>
    public readonly short* Z4 = z4;

    /// <summary>Seats.</summary>
    public readonly ushort* Seats = seats;

    /// <summary>Current product; none; or <see cref="CustomerColumns.Absent"/>.</summary>
    public readonly byte* Products = products;

    /// <summary>Franchises held, a bit each.</summary>
    public readonly byte* Franchises = franchises;

    /// <summary>The columns from <paramref name="position"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileColumns From(int position)
    {
        unchecked
        {
            return new TileColumns(Z1 + position, Z2 + position, Z3 + position, Z4 + position, Seats + position, Products + position, Franchises + position);
        }
    }
}
