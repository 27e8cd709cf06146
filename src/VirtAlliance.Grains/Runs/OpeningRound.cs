using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Model;
using VirtAlliance.Model.Opening;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Runs;

/// <summary>Before quarter 0: likings, births, record −1.</summary>
internal sealed class OpeningRound(RunCast cast, Market market, Caller caller)
{
    /// <summary>Record −1.</summary>
    public async Task<OpeningRecord> Hold(Step step, CancellationToken cancellation)
    {
        var solved = await caller.All(cast.Distributors, (d, _) => d.Solve(step, cancellation), cancellation);
        var bySegment = solved.SelectMany(t => t.Segments).OrderBy(s => s.Segment).ToArray();
        var likings = new OpeningLikings([.. bySegment.Select(s => s.Likings)]);
        var born = await caller.All(cast.Distributors, (d, _) => d.Bear(step, likings, cancellation), cancellation);
        return MarketOpening.Record(
            market, likings.BySegment, [.. bySegment.Select(s => s.Opening)], [.. TradedMarket.AddUp(born, market).Select(s => s.Totals)]);
    }
}
