using System.Runtime.Intrinsics;
using VirtAlliance.Model.Customers;

namespace VirtAlliance.Model.Demand;

/// <summary>Room for the work on 64 of a panel's members: eight vectors of eight per figure.</summary>
internal readonly unsafe struct PanelTile
{
    /// <summary>Vectors of a tile.</summary>
    public const int Groups = BlockLayout.TileSize / MemberTastes.Lanes;

    private const int Figures = 4;

    private readonly Vector512<double>* _memory;

    /// <param name="memory">At least <see cref="Bytes"/>, wherever they begin.</param>
    public PanelTile(byte* memory) => _memory = (Vector512<double>*)(((nuint)memory + 63) & ~(nuint)63);

    /// <summary>Seats times expected quarters; 0: no member.</summary>
    public Vector512<double>* Weights => _memory;

    /// <summary>What chances are multiplied by where they respond to prices: weight times sensitivity.</summary>
    public Vector512<double>* Responses => unchecked(_memory + Groups);

    /// <summary>The best utility.</summary>
    public Vector512<double>* Best => unchecked(_memory + 2 * Groups);

    /// <summary>What makes odds chances.</summary>
    public Vector512<double>* Scales => unchecked(_memory + 3 * Groups);

    /// <summary>Utilities, then odds, then chances of an alternative.</summary>
    public Vector512<double>* Of(int option) => unchecked(_memory + (Figures + option) * Groups);

    /// <summary>Bytes to set aside for a choice among <paramref name="options"/>.</summary>
    public static int Bytes(int options) => (Figures + options) * Groups * sizeof(Vector512<double>) + 64;
}
