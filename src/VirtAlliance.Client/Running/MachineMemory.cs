using System.Globalization;
using VirtAlliance.Model;
using VirtAlliance.Model.Customers;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>Whether a study's customers fit this machine's memory, and how much of it they take.</summary>
internal static class MachineMemory
{
    /// <summary>From here on a study is announced before it starts.</summary>
    private const long Big = 1L << 30;

    /// <summary>What the program itself takes.</summary>
    private const long OfProgram = 160L << 20;

    private const double Gibibyte = 1L << 30;

    /// <summary>Refuses a study of which a single run does not fit; announces a big one on standard error, where that is a terminal.</summary>
    /// <exception cref="UnusableInputException">It does not fit.</exception>
    public static void Check(StudyPlan plan)
    {
        var largest = plan.Runs.DistinctBy(r => r.ScenarioHash).Select(r => new Market(r.Definition)).MaxBy(CustomerMemory.Bytes)!;
        Check(largest, processes: 1);
        if (CustomerMemory.Bytes(largest) >= Big && !Console.IsErrorRedirected) Console.Error.WriteLine(Describe(largest));
    }

    /// <exception cref="UnusableInputException">The market's customers do not fit.</exception>
    public static void Check(Market market, int processes)
    {
        var (needed, free) = (CustomerMemory.Bytes(market) + processes * OfProgram, Free());
        if (needed > free)
            throw new UnusableInputException(string.Create(CultureInfo.InvariantCulture,
                $"{Customers(market):N0} customers need {needed / Gibibyte:0.0} GiB of memory, this machine has {free / Gibibyte:0.0} GiB free: take fewer customers that stand for more each, or a cluster of several machines"));
    }

    /// <summary>A line on what the market's customers take.</summary>
    public static string Describe(Market market) => string.Create(CultureInfo.InvariantCulture,
        $"{Customers(market):N0} customers in {market.Territories.Sum(t => t.Length):N0} blocks and {market.Territories.Length:N0} territories: {CustomerMemory.Bytes(market) / Gibibyte:0.00} GiB of {Free() / Gibibyte:0.0} GiB free");

    private static long Customers(Market market) => market.Definition.Segments.Sum(s => s.CustomersAt(market.Definition.Quarters - 1));

    /// <summary>What this process may still take [bytes]: the limit that it is under, or what the machine has free where it says so.</summary>
    private static long Free()
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return Math.Min(limit, FreeOnLinux() ?? limit);
    }

    private static long? FreeOnLinux()
    {
        const string File = "/proc/meminfo", Key = "MemAvailable:";
        if (!System.IO.File.Exists(File)) return null;
        var line = System.IO.File.ReadLines(File).FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 : null;
    }
}
