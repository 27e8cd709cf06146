using VirtAlliance.Model;
using VirtAlliance.Model.Conditions;
using VirtAlliance.Model.Customers;
using VirtAlliance.Model.Opening;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Benching;

/// <summary>The same choices without grains: blocks handed out to a thread per core, quarter by quarter under the opening's conditions.</summary>
internal static class KernelAlone
{
    private const long CustomersAtMost = 10_000_000;

    /// <summary>Decisions per second, median of <paramref name="rounds"/>.</summary>
    public static double DecisionsPerSecond(BareScenario scenario, int rounds)
    {
        var customers = Math.Min(scenario.Customers, CustomersAtMost);
        var text = (scenario with { Customers = customers, Segments = (int)Math.Min(scenario.Segments, customers) }).Text();
        var definition = StudyPlan.Expand(new StudyRequest { Name = "bench", Text = text }).Runs[0].Definition;
        var market = new Market(definition);
        var likings = definition.InForce.Segments.Select((_, s) => Likings.Solve(market, s)).ToArray();
        var blocks = market.Territories.SelectMany(t => t).AsParallel().AsOrdered().Select(b => CustomerBlock.Birth(market, b, likings[b.Segment])).ToArray();
        try
        {
            return customers / Median(blocks, OpeningBook.Of(market), rounds);
        }
        finally
        {
            foreach (var block in blocks) block.Dispose();
        }
    }

    /// <summary>Seconds of a quarter.</summary>
    private static double Median(CustomerBlock[] blocks, MarketConditions book, int rounds)
    {
        const int QuartersOfRound = 10;
        var seconds = new double[rounds + 1];
        for (var round = 0; round <= rounds; round++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            for (var q = 0; q < QuartersOfRound; q++) Quarter(blocks, book with { Quarter = round * QuartersOfRound + q });
            seconds[round] = clock.Elapsed.TotalSeconds / QuartersOfRound;
        }
        Array.Sort(seconds, 1, rounds);   // the first warms up
        return seconds[1 + rounds / 2];
    }

    private static void Quarter(CustomerBlock[] blocks, MarketConditions conditions)
    {
        var next = -1;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < blocks.Length;) blocks[i].Choose(conditions);
        });
    }
}
