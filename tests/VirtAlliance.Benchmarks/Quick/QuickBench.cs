using System.Diagnostics;
using System.Globalization;

namespace VirtAlliance.Benchmarks.Quick;

/// <summary>Times cases by the core time they take, one core, median of five; those that have a yardstick in turn with it, so that both see the same minute.</summary>
internal static class QuickBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8), Round = TimeSpan.FromSeconds(0.2);

    /// <summary>Those whose names begin with one of <paramref name="names"/>; all if there are none.</summary>
    public static int Run(string[] names)
    {
        var yardstick = Yardstick.Build();
        if (yardstick is null) Console.Error.WriteLine("no C compiler or no AVX-512: nothing to compare with");
        Console.WriteLine($"{"case",-22}{"ns each",10}{"  unit",-22}{"C ns each",10}{"C / this",10}");
        foreach (var chosen in QuickCases.All.Where(c => names.Length == 0 || names.Any(n => c.Name.StartsWith(n, StringComparison.Ordinal)))) Show(chosen, yardstick);
        return 0;
    }

    private static void Show(QuickCase chosen, Yardstick? yardstick)
    {
        var work = chosen.Prepare();
        Time(work, WarmUp);
        var (own, other) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            if (chosen.Alternatives > 0 && yardstick is not null) other[round] = yardstick.Measure(chosen.Alternatives);
            own[round] = Time(work, Round);
        }
        Array.Sort(own);
        Array.Sort(other);
        var (mine, theirs) = (own[Rounds / 2], other[Rounds / 2]);
        var compared = theirs == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{theirs,10:0.000}{theirs / mine,10:0.00}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Name,-22}{mine,10:0.000}  {chosen.Unit,-20}{compared}"));
    }

    /// <summary>Nanoseconds of core time per unit.</summary>
    private static double Time(Func<long> work, TimeSpan atLeast)
    {
        long units = 0;
        var (before, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        do units += work();
        while (clock.Elapsed < atLeast);
        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / units;
    }
}
