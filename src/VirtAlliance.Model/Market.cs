using System.Collections.Immutable;
using VirtAlliance.Model.Chance;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Layout;

namespace VirtAlliance.Model;

/// <summary>A run's market with what follows from its definition: layout, names of the draws, correspondence of its arm with the opening.</summary>
public sealed class Market
{
    /// <summary>Works out what follows from <paramref name="run"/>.</summary>
    public Market(RunDefinition run)
    {
        Run = run;
        Key = new DrawKey(run.Seed, run.Replicate);
        SegmentHashes = [.. run.InForce.Segments.Select(s => SegmentHash.Of(s.Id))];
        Territories = Layout.Territories.Of(run.InForce);
        Opening = ReferenceEquals(run.InForce, run.Opening) ? this : new Market(new RunDefinition(run.Opening, run.Opening, run.Seed, run.Replicate));
        OpeningProducts = [.. run.InForce.Products.Select(p => IndexOf(run.Opening.Products, o => o.Id == p.Id))];
        ProductsOfOpening = [.. run.Opening.Products.Select(o => IndexOf(run.InForce.Products, p => p.Id == o.Id))];
        OpeningSegments = [.. run.InForce.Segments.Select(s => IndexOf(run.Opening.Segments, o => o.Id == s.Id))];
        FranchiseDraws = NameFranchiseDraws(run);
    }

    /// <summary>What the run is.</summary>
    public RunDefinition Run { get; }

    /// <summary>The market that trades.</summary>
    public MarketDefinition Definition => Run.InForce;

    /// <summary>The market before the arm's changes; this one itself if the arm changes nothing.</summary>
    public Market Opening { get; }

    /// <summary>Key of all draws.</summary>
    public DrawKey Key { get; }

    /// <summary>Per segment its word in every draw's counter.</summary>
    public ImmutableArray<uint> SegmentHashes { get; }

    /// <summary>Per territory its blocks.</summary>
    public ImmutableArray<ImmutableArray<BlockId>> Territories { get; }

    /// <summary>Per product its index in the opening; −1 for one that only the arm has.</summary>
    public ImmutableArray<int> OpeningProducts { get; }

    /// <summary>Per product of the opening its index here; −1 for one that the arm removed: customers who ran it start with none.</summary>
    public ImmutableArray<int> ProductsOfOpening { get; }

    /// <summary>Per segment its index in the opening.</summary>
    public ImmutableArray<int> OpeningSegments { get; }

    /// <summary>Per franchise the number f that names its draws: that of the opening, so that an arm which removes one changes nobody's others.</summary>
    public ImmutableArray<int> FranchiseDraws { get; }

    /// <summary>Number of products; <c>none</c> has this index.</summary>
    public int None => Definition.Products.Length;

    private static ImmutableArray<int> NameFranchiseDraws(RunDefinition run)
    {
        var opening = run.Opening;
        var next = opening.Franchises.Length;
        var names = ImmutableArray.CreateBuilder<int>();
        foreach (var franchise in run.InForce.Franchises)
        {
            var vendor = run.InForce.Vendors[franchise.Vendor].Id;
            var known = IndexOf(opening.Franchises, f => opening.Vendors[f.Vendor].Id == vendor);
            names.Add(known >= 0 ? known : next++);
        }
        return names.ToImmutable();
    }

    private static int IndexOf<T>(ImmutableArray<T> items, Func<T, bool> isIt)
    {
        for (var i = 0; i < items.Length; i++)
            if (isIt(items[i])) return i;
        return -1;
    }
}
