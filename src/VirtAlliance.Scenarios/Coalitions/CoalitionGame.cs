using System.Collections.Immutable;
using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Calibration;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Coalitions;

/// <summary>An alliance as a game: what every set of its founding members would gain together if exactly these were in it, all on the same draws.</summary>
/// <remarks>
/// Worth of a set: discounted profit of its members when exactly they are in, less the same when nobody is. Memberships stay as they are from the founding to the end:
/// scripted joining and leaving is left out, and vendors that choose for themselves do not.
/// </remarks>
public sealed class CoalitionGame
{
    /// <summary>Most players: every set of them is a run.</summary>
    public const int MostPlayers = 10;

    private readonly RunDefinition _run;
    private readonly int _alliance;

    /// <summary>Reads and checks.</summary>
    /// <param name="study">The scenario with its overrides; its replicates do not matter here.</param>
    /// <param name="alliance">Id; null: the scenario's first.</param>
    /// <param name="arm">Name; null: the file's first.</param>
    /// <exception cref="ScenarioException">The file or an option is unusable.</exception>
    public CoalitionGame(StudyRequest study, string? alliance, string? arm)
    {
        var findings = new Findings();
        var read = ScenarioTree.Read(study, findings);
        findings.Throw();
        var tree = read!;
        var chosen = Arm(tree, arm, findings);
        findings.Throw();
        var seed = study.Seed ?? (uint)tree.Root.Whole(ScenarioKeys.Seed);
        var market = new ReplicateMarkets(tree, [chosen], seed, 1, study.Quarters).At([], "");
        _run = new RunDefinition(market.Arms[0], market.Opening, seed, 0);
        _alliance = IndexOf(_run.InForce, alliance, chosen.Name, tree, findings);
        findings.Throw();
    }

    /// <summary>Id of the alliance.</summary>
    public string Alliance => _run.InForce.Alliances[_alliance].Id;

    private ImmutableArray<int> Players => [.. _run.InForce.Alliances[_alliance].Members.Select(m => m.Vendor)];

    /// <summary>Runs every set of members.</summary>
    /// <param name="done">Told after each run how many there have been.</param>
    /// <param name="cancellation">Stops between runs.</param>
    public ImmutableArray<PlayerShare> Play(Action<int> done, CancellationToken cancellation)
    {
        var players = Players;
        var profits = new double[1 << players.Length][];
        var count = 0;
        Parallel.For(0, profits.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, set =>
        {
            profits[set] = Profits(v => players.IndexOf(v) is >= 0 and var i && (set >> i & 1) == 1);
            done(Interlocked.Increment(ref count));
        });
        double[] worths = [.. profits.Select((p, set) => players.Select((_, i) => (set >> i & 1) == 1 ? p[i] - profits[0][i] : 0).Sum())];
        return Shares(players, profits, worths);
    }

    private ImmutableArray<PlayerShare> Shares(ImmutableArray<int> players, double[][] profits, double[] worths)
    {
        var (all, values) = (worths.Length - 1, Shapley.Values(worths));
        return
        [
            .. players.Select((v, i) => new PlayerShare(
                _run.InForce.Vendors[v].Id, values[i], profits[all][i] - profits[0][i], worths[all] - worths[all & ~(1 << i)], worths[1 << i])),
        ];
    }

    /// <summary>Per player the discounted profit of the run [USD].</summary>
    private double[] Profits(Func<int, bool> isIn)
    {
        var market = CoalitionMarket.Of(_run.InForce, _alliance, isIn);
        var history = HistorySimulation.Run(_run with { InForce = market });
        return [.. Players.Select(v => Gains.DiscountedUsd(history, [market.Vendors[v].Id], 0, market.Quarters - 1))];
    }

    private static ArmTree Arm(ScenarioTree tree, string? name, Findings findings)
    {
        var names = tree.Arms.Select(a => a.Name).ToArray();
        if (name is not null && !names.Contains(name)) findings.Add(Place.Option($"--arm {name}"), name, $"an arm of the scenario ({string.Join(", ", names)})", names);
        return tree.Arms.FirstOrDefault(a => a.Name == name) ?? tree.Arms[0];
    }

    private static int IndexOf(MarketDefinition market, string? id, string arm, ScenarioTree tree, Findings findings)
    {
        var ids = market.Alliances.Select(a => a.Id).ToArray();
        var index = id is null ? 0 : Array.IndexOf(ids, id);
        if (ids.Length == 0) findings.Add(tree.Root.Place, $"found no alliance in the arm '{arm}', expected one");
        else if (index < 0) findings.Add(Place.Option($"--alliance {id}"), id!, $"an alliance of the arm '{arm}' ({string.Join(", ", ids)})", ids);
        else if (market.Alliances[index].Members.Length > MostPlayers)
            findings.Add(tree.Root.Place, $"found {market.Alliances[index].Members.Length} founding members of '{ids[index]}', expected at most {MostPlayers}: every set of them is a run");
        return Math.Max(index, 0);
    }
}

/// <summary>A founding member and what it has of the alliance [USD, discounted].</summary>
/// <param name="Vendor">Id.</param>
/// <param name="Value">Its Shapley value.</param>
/// <param name="Gain">What it gains itself when all are in.</param>
/// <param name="Adds">What all together gain more with it than without it.</param>
/// <param name="Alone">What it gains as the only member.</param>
public sealed record PlayerShare(string Vendor, double Value, double Gain, double Adds, double Alone);
