namespace VirtAlliance.Model.Customers;

/// <summary>Tiles that choose together.</summary>
/// <param name="columns">Columns that the tiles lie in.</param>
/// <param name="positions">Place of each tile in them.</param>
/// <param name="count">How many tiles.</param>
/// <param name="uniforms">64 a tile, 64-byte aligned: what settles each customer's choice.</param>
/// <param name="chosen">64 a tile: to be written, the number of the alternative that each picks.</param>
internal readonly unsafe ref struct TileBatch(in TileColumns columns, int* positions, int count, float* uniforms, byte* chosen)
{
    public readonly ref readonly TileColumns Columns = ref columns;
    public readonly int* Positions = positions;
    public readonly int Count = count;
    public readonly float* Uniforms = uniforms;
    public readonly byte* Chosen = chosen;
}
