using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model.Customers;

/// <summary>Where a block's customers stand in its columns: grouped by contract phase, so that those in the market lie side by side.</summary>
/// <remarks>
/// The phase goes by four neighbours (a quad). A tile holds 16 quads of one phase: position = 64 · tile + 16 · (i mod 4) + lane, so that one draw of sixteen counters serves a tile without sorting.
/// Each phase is filled up to whole tiles; a place without a customer is never counted.
/// </remarks>
internal sealed class BlockLayout
{
    /// <summary>Places of a tile.</summary>
    public const int TileSize = 64;

    /// <summary>Quads of a tile: lanes of a vector.</summary>
    public const int TileQuads = 16;

    private readonly int[] _firstTiles;
    private readonly int[] _firstQuads;

    /// <param name="firstCustomer">Index in the segment of the block's first customer; a multiple of 4.</param>
    /// <param name="customers">Customers that the block will ever hold.</param>
    /// <param name="phases">Contract length in quarters.</param>
    public BlockLayout(long firstCustomer, int customers, int phases)
    {
        FirstQuad = checked((uint)(firstCustomer / 4));
        Customers = customers;
        Phases = phases;
        _firstTiles = new int[phases + 1];
        _firstQuads = new int[phases];
        var quads = (customers + 3) / 4;
        for (var phase = 0; phase < phases; phase++)
        {
            _firstQuads[phase] = (int)((phase + phases - FirstQuad % phases) % phases);
            var inPhase = (quads - _firstQuads[phase] + phases - 1) / phases;
            _firstTiles[phase + 1] = _firstTiles[phase] + (Math.Max(0, inPhase) + TileQuads - 1) / TileQuads;
        }
    }

    /// <summary>The layout of <paramref name="block"/>, for the customers of the run's last quarter.</summary>
    public static BlockLayout Of(Market market, BlockId block)
    {
        var segment = market.Definition.Segments[block.Segment];
        var customers = segment.CustomersAt(market.Definition.Quarters - 1) - block.First;
        return new BlockLayout(block.First, (int)Math.Clamp(customers, 0, BlockId.Size), segment.ContractQuarters);
    }

    /// <summary>Index div 4 of the block's first customer.</summary>
    public uint FirstQuad { get; }

    /// <summary>Customers that the block will ever hold.</summary>
    public int Customers { get; }

    /// <summary>Contract length in quarters.</summary>
    public int Phases { get; }

    /// <summary>Places of all tiles.</summary>
    public int Positions => _firstTiles[Phases] * TileSize;

    /// <summary>First tile of a phase; of the phase after the last: the number of tiles.</summary>
    public int FirstTile(int phase) => _firstTiles[phase];

    /// <summary>Quad (index div 4 in the segment) of lane 0 in a phase's tile number <paramref name="tile"/>, counted in the block; lanes are <see cref="Phases"/> apart.</summary>
    public uint QuadOf(int phase, int tile) =>
        unchecked(FirstQuad + (uint)_firstQuads[phase] + (uint)(tile - _firstTiles[phase]) * TileQuads * (uint)Phases);

    /// <summary>The block's customer number in lane 0, first group, of a phase's tile; those of other lanes are four times <see cref="Phases"/> apart.</summary>
    public int CustomerOf(int phase, int tile) => (int)(4 * (QuadOf(phase, tile) - FirstQuad));

    /// <summary>The phase's tile that holds the block's customer number <paramref name="local"/>, or, if that is of another phase, one not after it; within the phase's tiles.</summary>
    public int TileBy(int phase, int local)
    {
        var turn = Math.Max(0, local / 4 - _firstQuads[phase]) / Phases;
        return Math.Min(_firstTiles[phase] + turn / TileQuads, _firstTiles[phase + 1] - 1);
    }

    /// <summary>Phase of the block's customer number <paramref name="local"/>.</summary>
    public int PhaseOf(int local) => (int)((FirstQuad + (uint)(local / 4)) % Phases);

    /// <summary>Place of the block's customer number <paramref name="local"/>.</summary>
    public int PositionOf(int local)
    {
        var phase = PhaseOf(local);
        var turn = (local / 4 - _firstQuads[phase]) / Phases;
        return (_firstTiles[phase] + turn / TileQuads) * TileSize + local % 4 * TileQuads + turn % TileQuads;
    }
}
