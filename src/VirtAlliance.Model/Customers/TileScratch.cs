namespace VirtAlliance.Model.Customers;

/// <summary>Room for the work on some tiles and for 64 gathered customers; to be placed at a multiple of 64 bytes.</summary>
internal unsafe struct TileScratch
{
    /// <summary>Tiles that are worked on together.</summary>
    public const int Tiles = 16;

    public fixed uint Words[Tiles * BlockLayout.TileSize];
    public fixed float Uniforms[Tiles * BlockLayout.TileSize];
    public fixed byte Chosen[Tiles * BlockLayout.TileSize];
    public fixed ulong Who[Tiles];
    public fixed ulong Choosing[Tiles];
    public fixed int ChoosingAt[Tiles];
    public fixed uint ChoosingQuads[Tiles];
    public fixed uint Quads[BlockLayout.TileSize];
    public fixed uint Neighbours[BlockLayout.TileSize];
    public fixed int Positions[BlockLayout.TileSize];
    public fixed short Z1[BlockLayout.TileSize];
    public fixed short Z2[BlockLayout.TileSize];
    public fixed short Z3[BlockLayout.TileSize];
    public fixed short Z4[BlockLayout.TileSize];
    public fixed ushort Seats[BlockLayout.TileSize];
    public fixed byte Products[BlockLayout.TileSize];
    public fixed byte Franchises[BlockLayout.TileSize];

    /// <summary>Bytes to set aside for a choice among <paramref name="options"/>, wherever they begin.</summary>
    public static int Bytes(int options) => sizeof(TileScratch) + PairChoice.WorthBytes(options) + Alignment;

    private const int Alignment = 64;

    /// <summary>The scratch in memory that begins at <paramref name="memory"/>.</summary>
    public static TileScratch* In(byte* memory) => (TileScratch*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));

    /// <summary>Columns of the gathered customers.</summary>
    public static TileColumns Columns(TileScratch* scratch) => new(
        scratch->Z1, scratch->Z2, scratch->Z3, scratch->Z4, scratch->Seats, scratch->Products, scratch->Franchises);

    /// <summary>Room of the kernel, behind the scratch.</summary>
    public static float* Worth(TileScratch* scratch) => (float*)(scratch + 1);
}
