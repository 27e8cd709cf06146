using System.Runtime.CompilerServices;

namespace VirtAlliance.Model.Customers;

/// <summary>The choices of whole tiles, by code that does only what the segment's choice makes use of. Lane by lane what <see cref="ScalarChoice"/> gives.</summary>
/// <remarks>Holds pointers into <paramref name="terms"/> and <paramref name="worth"/>: to be used only while both live.</remarks>
/// <param name="terms">The segment's choice.</param>
/// <param name="worth">Room for 32 floats per alternative, 64-byte aligned.</param>
internal readonly unsafe struct ChoiceKernel(ChoiceTerms terms, float* worth)
{
    private readonly bool _sensitivity = terms.PriceSpread != 0;
    private readonly bool _openness = terms.OpennessVaries;
    private readonly bool _bounded = terms.IsBounded;
    private readonly bool _reach = terms.ReachVaries;
    private readonly bool _crossSells = terms.CrossSellCount > 0;
    private readonly bool _portability = terms.IsPortable;
    private readonly PairChoice _pairs = new(terms, worth);

    /// <summary>Has every customer of the batch's tiles pick an alternative.</summary>
    public void Choose(in TileBatch batch)
    {
        if (_sensitivity) Choose<With>(batch);
        else Choose<Without>(batch);
    }

    private void Choose<TSensitivity>(in TileBatch batch) where TSensitivity : struct, IFeature
    {
        if (_openness) Choose<TSensitivity, With>(batch);
        else Choose<TSensitivity, Without>(batch);
    }

    private void Choose<TSensitivity, TOpenness>(in TileBatch batch) where TSensitivity : struct, IFeature where TOpenness : struct, IFeature
    {
        if (_bounded) Choose<TSensitivity, TOpenness, With>(batch);
        else Choose<TSensitivity, TOpenness, Without>(batch);
    }

    private void Choose<TSensitivity, TOpenness, TBounded>(in TileBatch batch)
        where TSensitivity : struct, IFeature
        where TOpenness : struct, IFeature
        where TBounded : struct, IFeature
    {
        if (_reach) Choose<TSensitivity, TOpenness, TBounded, With>(batch);
        else Choose<TSensitivity, TOpenness, TBounded, Without>(batch);
    }

    private void Choose<TSensitivity, TOpenness, TBounded, TReach>(in TileBatch batch)
        where TSensitivity : struct, IFeature
        where TOpenness : struct, IFeature
        where TBounded : struct, IFeature
        where TReach : struct, IFeature
    {
        if (_crossSells) Choose<TSensitivity, TOpenness, TBounded, TReach, With>(batch);
        else Choose<TSensitivity, TOpenness, TBounded, TReach, Without>(batch);
    }

    private void Choose<TSensitivity, TOpenness, TBounded, TReach, TCrossSells>(in TileBatch batch)
        where TSensitivity : struct, IFeature
        where TOpenness : struct, IFeature
        where TBounded : struct, IFeature
        where TReach : struct, IFeature
        where TCrossSells : struct, IFeature
    {
        if (_portability) _pairs.Choose<Features<TSensitivity, TOpenness, TBounded, TReach, TCrossSells, With>>(batch);
        else _pairs.Choose<Features<TSensitivity, TOpenness, TBounded, TReach, TCrossSells, Without>>(batch);
    }
}
