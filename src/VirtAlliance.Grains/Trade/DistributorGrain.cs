using System.Collections.Immutable;
using Orleans.Runtime;
using VirtAlliance.Contracts.Firms;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Trade;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Grains.Markets;
using VirtAlliance.Grains.Placement;
using VirtAlliance.Grains.Tracing;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Grains.Trade;

[TerritoryPlacement]
internal sealed class DistributorGrain(IGrainContext context, ILocalSiloDetails silo, MarketCache markets, GrainSettings settings, TerritoryPlans plans)
    : Grain, IDistributorGrain
{
    private readonly string _run = GrainKeys.Run(context.Key());
    private readonly int _territory = GrainKeys.Territory(context.Key());
    private readonly string _sender = GrainKeys.Id(context.Key());
    private readonly Fence _fence = new($"distributor {context.Key()}");
    private readonly Caller _caller = new(settings.CallsInFlight);
    private TerritoryCast? _cast;
    private TradedTerritory? _last;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        plans.Arrived(context.Key());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        plans.Left(context.Key());
        return Task.CompletedTask;
    }

    public async Task<TerritoryLikings> Solve(Step step, CancellationToken cancellation)
    {
        _fence.Admit(step.Epoch);
        var cast = await Cast();
        var first = Enumerable.Range(0, cast.Blocks.Length).Where(i => cast.Blocks[i].HoldsPanel).Select(i => cast.Segments[i]).ToArray();
        return new TerritoryLikings([.. await _caller.All(first, (segment, _) => segment.Solve(step), cancellation)]);
    }

    public async Task<TerritoryTrade> Bear(Step step, OpeningLikings likings, CancellationToken cancellation)
    {
        _fence.Admit(step.Epoch);
        var cast = await Cast();
        var born = await _caller.All(cast.Segments, (segment, _) => segment.Bear(step, likings), cancellation);
        return new TerritoryTrade(cast.AddUp(born), [], silo.SiloAddress, _caller.Retries);
    }

    public async Task<TerritoryTrade> Purchase(Step step, QuarterConditions conditions, CancellationToken cancellation)
    {
        _fence.Admit(step.Epoch);
        using var span = Traces.Territory(_run, _territory, step.Quarter);
        var cast = await Cast();
        if (_last?.Quarter == step.Quarter) _last.Check(context.Key(), conditions);
        else _last = await Trade(cast, step, conditions, cancellation);
        await Deliver(cast, step, _last, cancellation);
        span?.SetTag("va.blocks", cast.Blocks.Length).SetTag(Traces.RetriesTag, _caller.Retries);
        return new TerritoryTrade(_last.Segments, _last.Sent, silo.SiloAddress, _caller.Retries);
    }

    public async Task Move(long epoch, SiloAddress to)
    {
        _fence.Admit(epoch);
        await _caller.All((await Cast()).Segments, (segment, _) => segment.Move(epoch, to));
        this.MigrateTo(to);
    }

    public async Task Close(long epoch)
    {
        _fence.Admit(epoch);
        await _caller.All((await Cast()).Segments, (segment, _) => segment.Close(epoch));
        DeactivateOnIdle();
    }

    private async ValueTask<TerritoryCast> Cast() =>
        _cast ??= TerritoryCast.Of(GrainFactory, _run, _territory, (await markets.Of(_run)).Market);

    private async Task<TradedTerritory> Trade(TerritoryCast cast, Step step, QuarterConditions conditions, CancellationToken cancellation)
    {
        var blocks = await _caller.All(cast.Segments, (segment, _) => segment.Purchase(step, conditions), cancellation);
        return TradedTerritory.Of(_sender, conditions, cast.AddUp(blocks), cast.Vendors.Length);
    }

    private async Task Deliver(TerritoryCast cast, Step step, TradedTerritory traded, CancellationToken cancellation)
    {
        var confirmed = await _caller.All(traded.Sent, (sent, i) => cast.Vendors[sent.Vendor].Order(step, traded.Orders[i]), cancellation);
        for (var i = 0; i < confirmed.Length; i++)
            if (confirmed[i].SeatQuarters != traded.Sent[i].SeatQuarters)
                throw new BrokenLawException($"vendor {traded.Sent[i].Vendor} confirms {confirmed[i].SeatQuarters} of {traded.Sent[i].SeatQuarters} seat-quarters ordered in territory {_territory}");
    }
}
