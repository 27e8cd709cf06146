using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Demand;

/// <summary>A panel's members as columns of their own, and their choices by the block's own code: same draws, same operations, same products as their twins in the blocks.</summary>
/// <remarks>Member k is customer m·k; its place is that of customer k in a block of a single phase.</remarks>
internal sealed unsafe class PanelMembers : IDisposable
{
    private readonly BlockState _state;
    private readonly Segment _segment;
    private readonly int _index;
    private readonly uint _stride;
    private readonly ushort[] _phases;
    private readonly int _count;
    private (int Own, int Twin)[]? _twins;
    private int _present;

    private PanelMembers(Market market, int segment, ImmutableArray<double> likings, FirstProducts first, PanelLayout layout, int count)
    {
        (_segment, _index, _stride, _count) = (market.Definition.Segments[segment], segment, checked((uint)layout.Stride), count);
        _state = new BlockState(market, segment, likings, new BlockLayout(0, count, 1));
        BlockBirth.Fill(market, segment, _state, first, _stride);
        _present = layout.Members(_segment.CustomersAt(0));
        _phases = new ushort[_state.Layout.Positions];
        for (var k = 0; k < count; k++) _phases[PositionOf(k)] = checked((ushort)(k * layout.Stride / 4 % _segment.ContractQuarters));
    }

    /// <summary>Places of all tiles; some at the end have no member.</summary>
    public int Positions => _state.Layout.Positions;

    /// <summary>Members that are there.</summary>
    public int Present => _present;

    /// <summary>Number of none.</summary>
    public byte None => _state.None;

    /// <summary>The columns, from the first place on.</summary>
    public TileColumns Columns => _state.Columns.From(0);

    /// <summary>As they are before quarter 0.</summary>
    /// <param name="market">The run's market, or its opening.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products [utils].</param>
    /// <param name="first">First products of the segment.</param>
    /// <param name="quarters">Quarters that they will live through.</param>
    public static PanelMembers Birth(Market market, int segment, ImmutableArray<double> likings, FirstProducts first, int quarters)
    {
        var layout = PanelLayout.Of(market.Definition.Segments[segment]);
        return new PanelMembers(market, segment, likings, first, layout, layout.Members(market.Definition.Segments[segment].CustomersAt(Math.Max(0, quarters - 1))));
    }

    /// <summary>Place of member number <paramref name="member"/>.</summary>
    public int PositionOf(int member) => _state.Layout.PositionOf(member);

    /// <summary>Newcomers appear, with no product, until the first <paramref name="members"/> are there.</summary>
    public void Welcome(int members)
    {
        for (; _present < members; _present++) _state.Columns.Products[PositionOf(_present)] = None;
    }

    /// <summary>Those in the market choose.</summary>
    [SkipLocalsInit]
    public void Choose(MarketConditions conditions)
    {
        _state.Write(conditions);
        _state.Tally.Clear();
        var memory = stackalloc byte[TileScratch.Bytes(_state.Terms.OptionCount)];
        var identities = stackalloc byte[sizeof(TileWho) + TileWho.Alignment];
        var who = TileWho.In(identities);
        var quarter = new BlockQuarter(_state, (uint)conditions.Quarter, Adoption.TrialProbability(_segment, conditions.Segments[_index]), TileScratch.In(memory));
        var due = (ushort)((_segment.ContractQuarters - conditions.Quarter % _segment.ContractQuarters) % _segment.ContractQuarters);
        for (var position = 0; position < Positions; position += BlockLayout.TileSize)
            quarter.Choose(position, _stride == 1 ? who->OfNeighbours((uint)position) : who->Of((uint)position, _stride), Due(position, due));
    }

    /// <summary>Members run and hold what their twins do, who are all in <paramref name="block"/>.</summary>
    public void Follow(CustomerBlock block)
    {
        var twins = _twins ??= Twins(block);
        var products = block.Products;
        var franchises = block.Franchises;
        var ownProducts = _state.Columns.Products;
        var ownFranchises = _state.Columns.Franchises;
        _present = 0;
        for (var member = 0; member < twins.Length; member++)
        {
            var (own, twin) = twins[member];
            ownProducts[own] = products[twin];
            ownFranchises[own] = franchises[twin];
            if (products[twin] != CustomerColumns.Absent) _present = member + 1;
        }
    }

    public void Dispose() => _state.Dispose();

    /// <summary>Per member its place and that of its twin.</summary>
    private (int Own, int Twin)[] Twins(CustomerBlock block)
    {
        var twins = new (int, int)[_count];
        for (var member = 0; member < twins.Length; member++) twins[member] = (PositionOf(member), block.PositionOf((long)member * _stride));
        return twins;
    }

    private Vector512<byte> Due(int position, ushort phase)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_phases);
        var due = Vector512.Create(phase);
        return Vector512.Narrow(
            Vector512.Equals(Vector512.LoadUnsafe(ref first, (nuint)position), due),
            Vector512.Equals(Vector512.LoadUnsafe(ref first, (nuint)position + 32), due));
    }
}
