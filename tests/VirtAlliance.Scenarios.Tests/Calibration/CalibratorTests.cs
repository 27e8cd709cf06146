using System.Globalization;
using System.Text.RegularExpressions;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Claims;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests.Calibration;

/// <summary>A market whose history was made with known numbers: calibration finds its way back to them.</summary>
public sealed class CalibratorTests
{
    private const double TrueLiking = -1.2, TrueImitation = 0.35;

    private const string Market = """
        scenario: made-up
        starts: 2020-Q1
        quarters: 12
        seed: 5
        technologies: { any: {} }
        vendors: { old: {}, new: {}, friend: { channels: 0.5, complements-usd: { any: 1 } } }
        products:
          first: { vendor: old, technology: any, price-usd: 100 }
          second: { vendor: new, technology: any, price-usd: 80, enters: 2020-Q2 }
        segments:
          firms: { customers: 4000, shares: { first: 0.2, none: 0.8 }, liking: { second: LIKING }, adoption: { innovation: 0.01, imitation: IMITATION } }
        alliances: { club: { technology: any, leader: new, members: [friend], carry: 0.5, tiers: { member: { dues-usd: 10 } } } }
        arms: { with: {}, without: { remove: [alliances.club] } }
        baseline: without
        uncertain:
          - { path: segments.firms.liking.second, value: { uniform: [-5, 1] }, free: true }
          - { path: segments.firms.adoption.imitation, value: { uniform: [0.05, 0.6] }, free: true }
          - { path: products.first.price-usd, scale: { uniform: [0.9, 1.1] } }
        history:
          HISTORY
        claims:
          - { id: new-leads, says: The new one has three in ten, measure: { share: new, in: with }, holds-when: { above: 0.3 } }
        """;

    [Fact]
    public void The_numbers_that_made_history_are_found_again()
    {
        var result = Calibrate(Request(-3, 0.1));
        Assert.All(result.Rows, r => Assert.InRange(r.Fitted, r.Row.Low - 0.005, r.Row.High + 0.005));
        Assert.InRange(result.Numbers[0].Value, TrueLiking - 0.2, TrueLiking + 0.2);
        Assert.InRange(result.Numbers[1].Value, TrueImitation - 0.05, TrueImitation + 0.05);
        Assert.Equal((-3.0, 0.1), (result.Numbers[0].Start, result.Numbers[1].Start));
        Assert.Equal(-3, result.Tried[0].Values[0], 1e-6);
        Assert.True(result.Best < 0.05 * result.Tried[0].Distance);
    }

    [Fact]
    public void The_same_request_gives_the_same_log()
    {
        var request = Request(-3, 0.1) with { Evaluations = 20, Points = 30 };
        Assert.Equal(CalibrationLog.Text(Calibrate(request)), CalibrationLog.Text(Calibrate(request)));
    }

    [Fact]
    public void Observations_held_out_do_not_move_the_search()
    {
        var request = Request(-3, 0.1) with { Evaluations = 12 };
        var without = request with { Study = request.Study with { Text = Regex.Replace(request.Study.Text, "low: [0-9.]+(, high: [0-9.]+, use: hold-out)", "low: 0$1") } };
        Assert.Equal(Calibrate(request).Tried.Select(t => t.Distance), Calibrate(without).Tried.Select(t => t.Distance));
    }

    [Fact]
    public void Claims_are_judged_at_all_points_and_at_those_that_history_allows()
    {
        var request = Request(TrueLiking, TrueImitation) with { Evaluations = 1, Points = 60 };
        var result = Calibrate(request with { Study = request.Study with { Text = Wider(request.Study.Text) } });
        var claim = Assert.Single(result.Claims);
        Assert.InRange(result.PointsInBands, 1, 59);
        Assert.Equal((60, result.PointsInBands), (claim.All.Replicates, claim.InBands.Replicates));
        Assert.NotEqual(claim.All.Probability, claim.InBands.Probability);
        Assert.Equal(claim.All.Verdict != claim.InBands.Verdict, claim.Changes);
    }

    [Fact]
    public void Only_the_numbers_that_are_named_move()
    {
        var result = Calibrate(Request(-3, TrueImitation) with { Free = ["segments.firms.liking.second"] });
        Assert.InRange(Assert.Single(result.Numbers).Value, TrueLiking - 0.2, TrueLiking + 0.2);
    }

    [Fact]
    public void A_claim_that_the_bands_decide_is_said_to_change() =>
        Assert.True(new BandVerdict(Judged(Verdict.Open), Judged(Verdict.Likely)).Changes);

    [Theory]
    [InlineData("free: true", "free: false", "found nothing to fit")]
    [InlineData("use: fit", "use: hold-out", "found no observation to fit")]
    public void A_scenario_that_cannot_be_calibrated_is_refused(string text, string instead, string message)
    {
        var request = Request(-3, 0.1);
        var broken = request with { Study = request.Study with { Text = request.Study.Text.Replace(text, instead, StringComparison.Ordinal) } };
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => new Calibrator(broken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unusable_options_are_all_told_at_once()
    {
        var request = Request(-3, 0.1) with { Arm = "wit", Free = ["segments.firms.liking.secnd"], Replicates = 0, Evaluations = 0, Points = -1 };
        var errors = Assert.Throws<ScenarioException>(() => new Calibrator(request)).Errors;
        Assert.Equal(5, errors.Length);
        Assert.Contains(errors, e => e.Contains("did you mean 'with'", StringComparison.Ordinal));
    }

    private const string HeldOut = "{ at: 2022-Q4, share: new, low: ";

    private static CalibrationResult Calibrate(CalibrationRequest request) => new Calibrator(request).Run(_ => { }, CancellationToken.None);

    private static CalibrationRequest Request(double liking, double imitation) =>
        new(new StudyRequest { Name = "made-up.yaml", Text = Text(liking, imitation, History.Value) }) { Replicates = 1, Evaluations = 150, Points = 0 };

    /// <summary>What the true numbers give, in narrow bands.</summary>
    private static readonly Lazy<string> History = new(() =>
    {
        var rows = new[] { "{ at: 2020-Q4, share: new, low: 0, high: 1, use: fit }", "{ at: 2021-Q4, share: [new], low: 0, high: 1, use: fit }",
            "{ at: 2021-Q4, share: none, low: 0, high: 1, use: fit }", HeldOut + "0, high: 1, use: hold-out }" };
        var truth = new StudyRequest { Name = "truth.yaml", Text = Text(TrueLiking, TrueImitation, string.Join("\n  ", rows.Select(r => "- " + r))) };
        var shares = Calibrate(new CalibrationRequest(truth) { Replicates = 1, Evaluations = 1, Points = 0 }).Rows.Select(r => r.Start).ToArray();
        return string.Join("\n  ", rows.Select((r, i) => "- " + r.Replace("low: 0, high: 1", Band(shares[i]), StringComparison.Ordinal)));
    });

    /// <summary>Bands eight points wider on either side.</summary>
    private static string Wider(string text) => Regex.Replace(text, "low: ([0-9.]+), high: ([0-9.]+)", m =>
        string.Create(CultureInfo.InvariantCulture, $"low: {Math.Max(0, Number(m.Groups[1]) - 0.08):0.0000}, high: {Math.Min(1, Number(m.Groups[2]) + 0.08):0.0000}"));

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static string Band(double share) => string.Create(CultureInfo.InvariantCulture, $"low: {share - 0.01:0.0000}, high: {share + 0.01:0.0000}");

    private static string Text(double liking, double imitation, string history) => Market
        .Replace("LIKING", liking.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("IMITATION", imitation.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("HISTORY", history, StringComparison.Ordinal);

    private static ClaimVerdict Judged(Verdict verdict) => new("c", "", verdict, 0.5, 0.4, 0.6, 0, 0, 0, 100);
}
