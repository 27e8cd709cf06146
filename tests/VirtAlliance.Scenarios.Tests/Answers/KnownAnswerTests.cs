using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Tests.Shared;

namespace VirtAlliance.Scenarios.Tests.Answers;

/// <summary>Theory's answers, from scenario files run in one thread.</summary>
public sealed class KnownAnswerTests
{
    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_reaches_what_theory_says(string name)
    {
        var answer = KnownAnswers.Named(name);
        var plan = StudyPlan.Expand(new StudyRequest { Name = "known-answer", Text = answer.Yaml });
        using var run = new MarketRun(Assert.Single(plan.Runs).Definition);
        Assert.Empty(answer.Differences([.. run.ToTheEnd()]));
    }

    public static TheoryData<string> Names => KnownAnswers.Names;
}
