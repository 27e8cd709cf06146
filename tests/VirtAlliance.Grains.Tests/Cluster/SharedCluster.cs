using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Grains.Tests.Cluster;

/// <summary>Two nodes that several tests share, and runs on them as their ledgers tell them.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    private MarketCluster? _cluster;

    public async Task InitializeAsync() => _cluster = await MarketCluster.Start(silos: 2);

    public async Task DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    /// <summary>Runs whole markets on the nodes, all at once.</summary>
    public async Task<RunHistory[]> Run(params RunDefinition[] definitions)
    {
        var study = await _cluster!.Submit(definitions);
        var end = await MarketCluster.End(study);
        Assert.True(end.Status == RunStatus.Completed, end.Error);
        var rows = await _cluster.Runs(study);
        var histories = new RunHistory[definitions.Length];
        for (var i = 0; i < histories.Length; i++) histories[i] = (await LedgerHistory.Read(_cluster.Store, rows[i], definitions[i]))!;
        return histories;
    }
}
