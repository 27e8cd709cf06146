using System.Collections.Immutable;

namespace VirtAlliance.Cluster.Tests.Kills;

/// <summary>Who dies.</summary>
internal enum Victims
{
    /// <summary>Any one silo of three.</summary>
    One,

    /// <summary>The silo that the run's coordinator is on.</summary>
    Coordinators,

    /// <summary>Any two silos of three.</summary>
    Two,

    /// <summary>All silos; their supervisor lives and starts them again.</summary>
    Silos,

    /// <summary>All silos and their supervisor; a new cluster has to be started.</summary>
    All,
}

/// <summary>One blow.</summary>
/// <param name="Whom">Who dies.</param>
/// <param name="Quarter">It falls when this quarter is in the ledger; −2: from the submission on,</param>
/// <param name="Milliseconds">and then this long after.</param>
internal sealed record Strike(Victims Whom, int Quarter, int Milliseconds);

/// <summary>What happens to a run; the same for the same seed.</summary>
/// <param name="Seed">Replays it.</param>
/// <param name="Strikes">In order; a later one may fall while the run still recovers from the one before.</param>
internal sealed record KillPlan(int Seed, ImmutableArray<Strike> Strikes)
{
    private const int LongestMilliseconds = 400;

    /// <summary>Five seeds in a row take all kinds of victims for their first strike; every third seed strikes twice.</summary>
    public static KillPlan Of(int seed, int quarters)
    {
        var random = new Random(seed);
        var first = new Strike((Victims)(seed % 5), random.Next(-2, quarters - 5), random.Next(LongestMilliseconds));
        if (seed % 3 != 0) return new KillPlan(seed, [first]);
        var second = new Strike((Victims)random.Next(5), random.Next(first.Quarter, quarters - 3), random.Next(10 * LongestMilliseconds));
        return new KillPlan(seed, [first, second]);
    }

    public override string ToString() => $"seed {Seed}: {string.Join(", then ", Strikes.Select(s => $"{s.Whom} {s.Milliseconds} ms after quarter {s.Quarter}"))}";
}
