using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Model;
using VirtAlliance.Model.Running;
using VirtAlliance.Results.Tables;
using VirtAlliance.Results.Tests.Stores;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Results.Tests.Tables;

/// <summary>A study that has run, in a store of its own: dues, carry, commissions, surcharges, a merger, seats and stands-for among it.</summary>
public sealed class StudyInStore : IAsyncLifetime
{
    private const string Scenario = """
        scenario: small-world
        starts: 2011-Q2
        quarters: 10
        technologies: { shut: {}, free: { openness: 1, learning: 0.2, depreciation: 0.05 } }
        vendors:
          giant: { price: { rule: bertrand }, fixed-cost-usd: 1000.25, research: { share-of-bookings: 0.1 } }
          upstart: { cross-sell: 0.5, wins-franchise: 0.3, franchise-usd: 1.5 }
          reseller: { channels: 0.5, complements-usd: { free: 8, shut: 5 } }
          helper: { channels: 0.2 }
        products:
          alpha: { vendor: giant, technology: shut, price-usd: 200, unit-cost-usd: 40 }
          beta: { vendor: upstart, technology: free, price-usd: 120, unit-cost-usd: 40 }
          late: { vendor: helper, technology: free, price-usd: 99.99, unit-cost-usd: 33, enters: 2012-Q1 }
        segments:
          firms:
            customers: 3_000
            growth: 0.01
            stands-for: 7
            seats: { median: 3, spread: 0.8 }
            franchises: { upstart: 0.2 }
            reach: { beta: 0.4 }
            shares: { alpha: 0.35, beta: 0.05, none: 0.6 }
            liking: { late: 0.2 }
          clouds:
            customers: 2_000
            contract-quarters: 1
            adoption: { innovation: 0.5 }
            shares: { alpha: 0.2, beta: 0.2, none: 0.6 }
            liking: { late: 0.2 }
        alliances:
          club: { technology: free, leader: upstart, members: [reseller, helper], carry: 0.5, commission: 0.3, tiers: { plain: { dues-usd: 500 } }, pool: { research: 0.5, marketing: 0.2 } }
        events:
          - { at: 2011-Q4, price: { product: alpha, by: 0.25, segments: [firms], hold-quarters: 3 } }
          - { at: 2012-Q3, merger: { vendor: helper, into: upstart } }
          - { at: 2012-Q4, leaves: { alliance: club, vendor: reseller } }
        arms: { with: {}, without: { remove: [alliances.club, "events"] } }
        baseline: without
        claims:
          - { id: gains, says: "The reseller gains, it says.", measure: { gain: reseller, in: with }, holds-when: { above: 0 } }
        """;

    internal TemporaryStore Temporary { get; } = new();

    public StudyRow Study { get; private set; } = null!;

    public IReadOnlyList<RunRow> Runs { get; private set; } = [];

    public StudyPlan Plan { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Plan = StudyPlan.Expand(new StudyRequest { Text = Scenario, Name = "small-world" });
        await Temporary.Store.Create(TemporaryStore.Study("small"), [.. Plan.Runs.Select((run, i) => Row(run, i))]);
        for (var i = 0; i < Plan.Runs.Length; i++) await Run(Plan.Runs[i], (await Temporary.Store.ListRuns("small"))[i]);
        Runs = await Temporary.Store.ListRuns("small");
        var verdicts = await StudyJudge.Judge(Plan, async place => (await StoredRun.Read(Temporary.Store, Runs[place]))?.History);
        await Temporary.Store.SetStudyStatus("small", RunStatus.Completed, result: VerdictJson.Write(verdicts));
        Study = (await Temporary.Store.FindStudy("small"))!;
    }

    public Task DisposeAsync() => Temporary.DisposeAsync().AsTask();

    private static RunRow Row(PlannedRun run, int position) => new(
        $"small-{position}", "small", position, run.Arm, run.Replicate, run.Definition.Seed, run.ScenarioHash, ModelVersion.Current, run.Definition.InForce.Quarters,
        RunDefinitionJson.Write(run.Definition), RunStatus.Queued, null, 0, "here", -2, null);

    private async Task Run(PlannedRun planned, RunRow row)
    {
        using var run = new MarketRun(planned.Definition);
        byte[][] payloads = [RecordCodec.Write(run.Opening), .. run.ToTheEnd().Select(RecordCodec.Write)];
        var previous = HashChain.Identity(row.ScenarioHash, row.Seed, row.Replicate, row.ModelVersion);
        for (var i = 0; i < payloads.Length; i++)
        {
            var hash = HashChain.Next(previous, payloads[i]);
            Assert.Equal([AppendOutcome.Committed], await Temporary.Store.Append([new LedgerEntry(row.Id, 0, i - 1, previous, hash, payloads[i])]));
            previous = hash;
        }
    }
}
