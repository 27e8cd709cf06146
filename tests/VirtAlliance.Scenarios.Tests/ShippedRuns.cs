using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

/// <summary>A shipped scenario with its own values, all arms, in one thread each.</summary>
internal sealed class ShippedRuns
{
    private readonly StudyPlan _plan;
    private readonly ReplicateHistories _histories;

    public ShippedRuns(string scenario)
    {
        _plan = StudyPlan.Expand(new StudyRequest { Name = scenario, Text = ShippedScenarios.Text(scenario)! });
        var runs = new RunHistory[_plan.Runs.Length];
        Parallel.For(0, runs.Length, i => runs[i] = HistorySimulation.Run(_plan.Runs[i].Definition));
        _histories = new ReplicateHistories(_plan.Runs.Zip(runs).ToDictionary(r => r.First.Arm, r => r.Second));
    }

    /// <summary>The run of an arm.</summary>
    public RunHistory this[string arm] => _histories.Find(arm)!;

    /// <summary>The number of a calendar quarter.</summary>
    public int At(string quarter) => Quarter.TryParse(quarter, out var q) ? q.Since(_plan.Starts) : throw new ArgumentException(quarter);

    /// <summary>What a claim's measure comes to.</summary>
    public double Measure(string claim) => MeasureValue.Of(_plan.Claims.Single(c => c.Id == claim).Measure!, _histories)!.Value;

    /// <summary>True if a claim's measure bears it out.</summary>
    public bool Holds(string claim) => _plan.Claims.Single(c => c.Id == claim).HoldsWhen!.Holds(Measure(claim));

    /// <summary>Of the observations to fit, or of those held out, how many lie in their bands, and how many there are; means of two runs, as calibration takes them.</summary>
    public (int InBands, int All) Bands(bool holdOut)
    {
        var again = HistorySimulation.Run(_plan.Runs.Single(r => r.Arm == "with").Definition with { Replicate = 1 });
        var shares = HistorySimulation.Mean([HistorySimulation.Shares(_plan.History, this["with"]), HistorySimulation.Shares(_plan.History, again)]);
        var rows = _plan.History.Zip(shares).Where(r => r.First.HoldOut == holdOut).ToArray();
        return (rows.Count(r => r.Second >= r.First.Low && r.Second <= r.First.High), rows.Length);
    }
}
