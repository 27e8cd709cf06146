namespace VirtAlliance.Model.Customers;

/// <summary>What a customer is born with and keeps, and the draw that settles its first product.</summary>
/// <param name="Z1">z₁, price taste: a standard normal in steps of 2⁻¹².</param>
/// <param name="Z2">z₂, quality taste.</param>
/// <param name="Z3">z₃, openness taste.</param>
/// <param name="Z4">z₄, switching cost.</param>
/// <param name="Seats">w, in 1…65,535.</param>
/// <param name="Franchises">Bit f set: it holds the run's franchise f.</param>
/// <param name="FirstProduct">Uniform in (0, 1): below the share of none it starts with none, else it picks by choice probabilities.</param>
public readonly record struct CustomerBirth(short Z1, short Z2, short Z3, short Z4, ushort Seats, byte Franchises, float FirstProduct)
{
    /// <summary>Value of one step of a taste: 2⁻¹².</summary>
    public const float TasteStep = 1f / 4096f;
}
