using System.Runtime.Intrinsics;
using VirtAlliance.Model.Customers;

namespace VirtAlliance.Model.Demand;

/// <summary>Room to write down who the 64 panel members of a tile are; to be placed at a multiple of 64 bytes.</summary>
internal unsafe struct TileWho
{
    public fixed uint Quads[BlockLayout.TileSize];
    public fixed uint Neighbours[BlockLayout.TileSize];

    public const int Alignment = 64;

    /// <summary>The room in memory that begins at <paramref name="memory"/>.</summary>
    public static TileWho* In(byte* memory) => (TileWho*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));

    /// <summary>Who stands in the tile at <paramref name="position"/>: lane l of group g is member position + 4l + g, customer <paramref name="stride"/> times that.</summary>
    public TileIdentity Of(uint position, uint stride)
    {
        unchecked
        {
            fixed (uint* quads = Quads, neighbours = Neighbours)
            {
                for (uint group = 0; group < 4; group++)
                {
                    var customer = (Vector512.Create(position + group) + Vector512<uint>.Indices * Vector512.Create(4u)) * Vector512.Create(stride);
                    (customer >>> 2).StoreAligned(quads + 16 * group);
                    (customer & Vector512.Create(3u)).StoreAligned(neighbours + 16 * group);
                }
                return new TileIdentity(quads, 0, neighbours, 1);
            }
        }
    }

    /// <summary>The same of a stride of 1: neighbours share a draw, as in a block of a single phase.</summary>
    public TileIdentity OfNeighbours(uint position)
    {
        fixed (uint* quads = Quads)
        {
            *quads = position / 4;
            return new TileIdentity(quads, 1, null, 1);
        }
    }
}
