using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Model.Chance;

namespace VirtAlliance.Model.Customers;

/// <summary>What any one customer of a segment is born with, straight from the draws.</summary>
public sealed class BirthDraws
{
    internal const float TasteSteps = 4096f;

    private readonly DrawKey _key;
    private readonly uint _segment;
    private readonly EstateSize _estates;
    private readonly FranchiseShares _franchises;

    /// <summary>For the customers of segment number <paramref name="segment"/> of the run's market.</summary>
    public BirthDraws(Market market, int segment)
    {
        _key = market.Key;
        _segment = market.SegmentHashes[segment];
        _estates = EstateSize.Of(market.Definition.Segments[segment]);
        _franchises = FranchiseShares.Of(market, segment);
    }

    /// <summary>The customer with this index in its segment.</summary>
    public CustomerBirth Of(long customer)
    {
        var index = checked((uint)customer);
        var tastes = Draw(index, Purpose.Tastes);
        var (z1, z2) = TwoNormals(tastes.W0, tastes.W1);
        var (z3, z4) = TwoNormals(tastes.W2, tastes.W3);
        var estate = Draw(index, Purpose.Estate);
        var seats = _estates.Seats(_estates.Vary ? TwoNormals(estate.W0, estate.W1).Cosine : 0);
        return new CustomerBirth(InSteps(z1), InSteps(z2), InSteps(z3), InSteps(z4), seats, FranchisesOf(index), Uniform.Of(estate.W2));
    }

    /// <summary>Two standard normals by Box and Muller: the cosine's and the sine's.</summary>
    internal static (float Cosine, float Sine) TwoNormals(uint radius, uint angle)
    {
        var r = MathF.Sqrt(-2f * ExactMathF.Ln(Uniform.Of(radius)));
        var (sine, cosine) = ExactMathF.SineCosineOfTurns(Uniform.Of(angle));
        return (r * cosine, r * sine);
    }

    private byte FranchisesOf(uint index) =>
        _franchises.Held(word => Uniform.Of(Draw(index, FranchiseShares.PurposeOf(word))[word % 4]));

    private static short InSteps(float normal) => (short)MathF.Round(normal * TasteSteps);

    private PhiloxBlock Draw(uint index, Purpose purpose) => Philox.Draw(_key, index, _segment, Philox.AtBirth, purpose);
}
