using VirtAlliance.Cluster.Tests.Clusters;
using Xunit.Abstractions;

namespace VirtAlliance.Cluster.Tests.Digests;

public sealed class SameAnswerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task On_any_number_of_silos_a_run_has_the_digest_that_it_has_in_one_process(int silos) => Same(silos, ["ova-2011"], [TestScenarios.Storm]);

    [LargeFact]
    public async Task Ten_million_customers_have_the_same_digest_on_one_to_four_silos_and_while_silos_come_and_go()
    {
        for (var silos = 1; silos <= 4; silos++) await Same(silos, [TestScenarios.TenMillion]);
        await ComeAndGo(TestScenarios.TenMillion, [], from: 4, to: 30);
    }

    [Fact]
    public Task Silos_that_come_and_go_in_mid_run_change_nothing() => ComeAndGo(TestScenarios.Storm, ["--quarters", "200"], from: 5, to: 120);

    private async Task Same(int silos, params string[][] scenarios)
    {
        await using var cluster = await LocalCluster.Start(silos);
        foreach (var scenario in scenarios)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var answer = await cluster.Succeed(["submit", .. scenario, "--watch", "--json"]);
            output.WriteLine($"{Path.GetFileName(scenario[0])} on {silos} silos: {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
            Assert.Equal(await Undisturbed.Digests(scenario[0], scenario[1..]), Undisturbed.Of(answer.Output));
        }
    }

    /// <summary>One silo; two more join; one of them is asked to go, the other is killed.</summary>
    private static async Task ComeAndGo(string scenario, string[] options, int from, int to)
    {
        await using var cluster = await LocalCluster.Start(silos: 1);
        await using var watched = await WatchedRun.Submit(cluster, scenario, options);
        await watched.Reaches(from);
        var (guest, other) = (cluster.Invite("guest"), cluster.Invite("other"));
        await cluster.Members(3);
        var joined = (await watched.Row()).LastQuarter;
        await watched.Reaches(Math.Min(joined + 8, to));
        Signals.Ask(guest);
        await watched.Reaches(Math.Min(joined + 12, to));
        Signals.Kill(other);
        await watched.Ends();
        await watched.IsUndisturbed();
    }
}
