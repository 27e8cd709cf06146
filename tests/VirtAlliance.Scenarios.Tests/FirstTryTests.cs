using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

public class FirstTryTests
{
    [Fact]
    public void The_smallest_useful_file_expands_into_two_arms_with_a_common_opening()
    {
        var plan = StudyPlan.Expand(new StudyRequest { Text = ShippedScenarios.Text("first-try")!, Name = "first-try" });
        Assert.Equal(["with", "without"], plan.Runs.Select(r => r.Arm));
        Assert.Equal("without", plan.Baseline);
        Assert.Same(plan.Runs[0].Definition.Opening, plan.Runs[1].Definition.Opening);
        Assert.Same(plan.Runs[0].Definition.Opening, plan.Runs[0].Definition.InForce);
        Assert.Single(plan.Runs[0].Definition.InForce.Alliances);
        Assert.Empty(plan.Runs[1].Definition.InForce.Alliances);
        Assert.Equal(20_000, plan.Runs[0].Definition.InForce.Products[0].PriceCents);
    }

    [Fact]
    public void A_run_definition_reads_back_to_the_same_bytes()
    {
        foreach (var run in StudyPlan.Expand(new StudyRequest { Text = ShippedScenarios.Text("first-try")!, Name = "first-try" }).Runs)
        {
            var bytes = RunDefinitionJson.Write(run.Definition);
            var back = RunDefinitionJson.Read(bytes);
            Assert.Equal(bytes, RunDefinitionJson.Write(back));
            Assert.Equal(run.ScenarioHash, RunDefinitionJson.ScenarioHash(back));
        }
    }
}

public class ShippedScenarioTests
{
    public static TheoryData<string> Shipped => [.. ShippedScenarios.List];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_scenarios_expand(string name) =>
        Assert.NotEmpty(StudyPlan.Expand(new StudyRequest { Text = ShippedScenarios.Text(name)!, Name = name }).Runs);

    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("../x y/Größe.1", "x-y-Gr--e-1")]
    [InlineData("none", "my-scenario")]
    public void The_template_is_a_sound_scenario(string asked, string id) =>
        Assert.Equal(id, StudyPlan.Expand(new StudyRequest { Text = ScenarioTemplate.Text(asked), Name = "new.yaml" }).Scenario);
}
