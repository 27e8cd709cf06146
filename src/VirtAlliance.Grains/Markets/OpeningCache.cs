using System.Collections.Concurrent;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Model.Opening;

namespace VirtAlliance.Grains.Markets;

/// <summary>Likings that a node has solved: the arms of a replicate share them.</summary>
internal sealed class OpeningCache
{
    private const int SegmentsKept = 4096;

    private readonly ConcurrentDictionary<(string Opening, uint Seed, uint Replicate, int Segment), Lazy<Task<SegmentLikings>>> _solved = new();

    /// <summary>Likings of a segment of the market in force, and its figures under the opening book; worked out off the grains' schedulers.</summary>
    /// <exception cref="LikingsDivergedException">Its shares cannot be reached.</exception>
    public Task<SegmentLikings> Solve(KnownMarket known, int segment)
    {
        var (opening, run) = (known.Market.Opening, known.Market.Run);
        if (_solved.Count > SegmentsKept) _solved.Clear();
        return _solved.GetOrAdd((known.OpeningHash, run.Seed, run.Replicate, segment), _ => new Lazy<Task<SegmentLikings>>(() => Task.Run(() =>
        {
            var likings = Likings.Solve(opening, segment);
            return new SegmentLikings(segment, likings, MarketOpening.Panel(opening, segment, likings));
        }))).Value;
    }
}
