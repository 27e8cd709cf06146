using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Tests.Cluster;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Grains.Tests.Answers;

/// <summary>Theory's answers, from scenario files run on a cluster of two nodes, as its ledger tells them.</summary>
public sealed class KnownAnswersThroughGrainsTests
{
    [Fact]
    public async Task Scenarios_reach_what_theory_says()
    {
        await using var cluster = await MarketCluster.Start(silos: 2);
        var answers = KnownAnswers.All;
        var definitions = answers.Select(a => StudyPlan.Expand(new StudyRequest { Name = "known-answer", Text = a.Yaml }).Runs.Single().Definition).ToArray();
        var study = await cluster.Submit(definitions);
        var end = await MarketCluster.End(study);
        Assert.Equal(RunStatus.Completed, end.Status);
        var runs = await cluster.Runs(study);
        var differences = new List<string>();
        for (var i = 0; i < answers.Length; i++)
        {
            var history = await LedgerHistory.Read(cluster.Store, runs[i], definitions[i]);
            differences.AddRange(answers[i].Differences(history!.Quarters).Select(d => $"{answers[i].Name}: {d}"));
        }
        Assert.Empty(differences);
    }
}
