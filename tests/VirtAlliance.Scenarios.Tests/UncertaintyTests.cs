using CsCheck;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Tests;

public class UncertaintyTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-8, -5.612001244174789)]
    [InlineData(1e-15, -7.941345326170997)]
    public void Normal_quantiles_are_those_of_tables(double p, double quantile) => Assert.Equal(quantile, NormalQuantile.Of(p), 12);

    [Fact]
    public void Every_part_of_the_range_is_drawn_once() => Gen.Select(Gen.UInt, Gen.Int[1, 60]).Sample((seed, replicates) =>
        LatinHypercube.Probabilities(seed, "a.b", replicates).Select(p => (int)(p * replicates)).Order().SequenceEqual(Enumerable.Range(0, replicates)));

    [Fact]
    public void Quantiles_rise_and_stay_in_range() => Gen.Select(Gen.Double[0.0001, 0.9999], Gen.Double[0.0001, 0.9999]).Sample((p, q) =>
    {
        Distribution[] all = [new UniformDistribution(1, 3), new TriangularDistribution(1, 1.5, 3), new LogUniformDistribution(1, 3), new NormalDistribution(2, 1)];
        return all.All(d => (p <= q) == (d.Quantile(p) <= d.Quantile(q))) && all[..3].All(d => d.Quantile(p) is >= 1 and <= 3);
    });

    [Fact]
    public void One_replicate_uses_the_files_own_values_and_several_draw_around_them()
    {
        double Strength(PlannedRun run) => run.Definition.InForce.Vendors[1].Channels[0];
        Assert.Equal(0.5, Strength(StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml" }).Runs[0]));
        var plan = StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml", Replicates = 40 });
        var with = plan.Runs.Where(r => r.Arm == "with").Select(Strength).ToArray();
        Assert.Equal(40, with.Distinct().Count());
        Assert.All(with, s => Assert.InRange(s, 0.45, 0.55));
        Assert.Equal(0.5, with.Average(), 3);
        Assert.Equal(with, plan.Runs.Where(r => r.Arm == "dear").Select(Strength));
    }

    [Fact]
    public void An_override_of_an_uncertain_number_fixes_it() =>
        Assert.All(StudyPlan.Expand(new StudyRequest { Text = Broken.Sound, Name = "f.yaml", Replicates = 5, Sets = ["vendors.maker.channels=0.4"] }).Runs,
            r => Assert.Equal(0.4, r.Definition.InForce.Vendors[1].Channels[0]));

    [Fact]
    public void A_drawn_share_is_taken_from_none()
    {
        var text = Broken.With("path: vendors.maker.channels, scale: { uniform: [0.9, 1.1] }", "path: segments.firms.shares.alpha, value: { normal: [0.3, 0.02] }");
        var runs = StudyPlan.Expand(new StudyRequest { Text = text, Name = "f.yaml", Replicates = 8 }).Runs;
        Assert.All(runs, r => Assert.Equal(1, r.Definition.Opening.Segments[0].Shares.Sum(), 12));
        Assert.Equal(8, runs.Select(r => r.Definition.Opening.Segments[0].Shares[0]).Distinct().Count());
    }

    [Fact]
    public void A_draw_out_of_range_is_reported_with_its_replicate()
    {
        var text = Broken.With("scale: { uniform: [0.9, 1.1] }", "value: { uniform: [0.5, 3] }");
        Assert.Contains("(drawn for replicate", Broken.Errors(text)[0], StringComparison.Ordinal);
    }
}
