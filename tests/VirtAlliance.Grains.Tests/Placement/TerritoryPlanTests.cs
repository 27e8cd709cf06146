using System.Collections.Immutable;
using System.Net;
using CsCheck;
using Orleans.Runtime;
using VirtAlliance.Grains.Placement;

namespace VirtAlliance.Grains.Tests.Placement;

public sealed class TerritoryPlanTests
{
    private static readonly SiloAddress[] Nodes = [.. Enumerable.Range(0, 9).Select(i => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_000 + i), i))];

    private static readonly Gen<SiloAddress[]> Some = Gen.Shuffle(Nodes, 1, Nodes.Length);

    private static readonly Gen<(SiloAddress[] Before, SiloAddress[] After, int Territories)> Changes = Gen.Select(Some, Some, Gen.Int[1, 40]);

    [Fact]
    public void Nodes_differ_by_at_most_one_territory_and_the_first_is_at_home() => Changes.Sample(c =>
    {
        var plan = TerritoryPlan.Rebalance(TerritoryPlan.Deal(c.Before, c.Territories), c.After);
        Assert.Equal(c.After[0], plan[0]);
        var held = c.After.Select(node => plan.Count(p => p.Equals(node))).ToArray();
        Assert.Equal(c.Territories, held.Sum());
        Assert.True(held.Max() - held.Min() <= 1);
    });

    [Fact]
    public void No_territory_moves_that_need_not() => Changes.Sample(c =>
    {
        var before = TerritoryPlan.Deal(c.Before, c.Territories);
        var moved = Enumerable.Range(0, c.Territories).Count(t => !before[t].Equals(TerritoryPlan.Rebalance(before, c.After)[t]));
        Assert.Equal(FewestMoves(before, c.After), moved);
    });

    [Fact]
    public void Without_a_change_nothing_moves() => Gen.Select(Some, Gen.Int[1, 40]).Sample((nodes, territories) =>
    {
        var plan = TerritoryPlan.Deal(nodes, territories);
        Assert.Equal(plan.ToArray(), TerritoryPlan.Rebalance(plan, nodes).ToArray());
    });

    [Fact]
    public void A_node_that_goes_changes_the_home_of_no_run_but_its_own() => Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, Nodes.Length - 1]).Sample((run, gone) =>
    {
        var home = Rendezvous.Rank($"run-{run}", Nodes)[0];
        if (!home.Equals(Nodes[gone])) Assert.Equal(home, Rendezvous.Rank($"run-{run}", Nodes.Where((_, i) => i != gone))[0]);
    });

    [Fact]
    public void Homes_are_spread_over_the_nodes()
    {
        var homes = Enumerable.Range(0, 9_000).Select(run => Rendezvous.Rank($"run-{run}", Nodes)[0]).CountBy(h => h).Select(c => c.Value);
        Assert.All(homes, count => Assert.InRange(count, 850, 1_150));
    }

    /// <summary>Whatever the plan: territories on nodes that are gone, the first if it is not at home, and what is too much anywhere.</summary>
    private static int FewestMoves(ImmutableArray<SiloAddress> before, SiloAddress[] after)
    {
        var (each, more) = Math.DivRem(before.Length, after.Length);
        var stay = after.Select((node, rank) => before.Skip(1).Count(b => b.Equals(node)) + (rank == 0 ? 1 : 0)).ToArray();
        var kept = stay.Sum(s => Math.Min(s, each)) + Math.Min(more, stay.Count(s => s > each));
        if (each == 0) kept = 1 + Math.Min(more - 1, stay.Skip(1).Count(s => s > 0));
        return before.Length - kept + (before[0].Equals(after[0]) ? 0 : 1);
    }
}
