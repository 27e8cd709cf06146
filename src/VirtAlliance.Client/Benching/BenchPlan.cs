using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Benching;

/// <summary>What is measured.</summary>
/// <param name="Scenario">The market.</param>
/// <param name="Silos">Processes of their own; 0: this one.</param>
/// <param name="Runs">Runs of one study, for their number per second; 0: run after run, for decisions per second.</param>
internal sealed record BenchPlan(BareScenario Scenario, int Silos, int Runs)
{
    private const int WarmUpRuns = 64, WarmUpQuarters = 60;
    private const long WarmUpCustomers = 200_000;

    /// <summary>What brings compilers and caches up to speed before anything is timed.</summary>
    public StudyRequest WarmUp => Runs > 0
        ? Request(Scenario, Math.Min(Runs, WarmUpRuns))
        : Request(Scenario with { Customers = Math.Min(Scenario.Customers, WarmUpCustomers), Segments = (int)Math.Min(Scenario.Segments, WarmUpCustomers), Quarters = WarmUpQuarters }, 1);

    /// <summary>What is timed.</summary>
    public StudyRequest Timed => Request(Scenario, Math.Max(1, Runs));

    private static StudyRequest Request(BareScenario scenario, int replicates) => new() { Name = "bench", Text = scenario.Text(), Replicates = replicates };
}
