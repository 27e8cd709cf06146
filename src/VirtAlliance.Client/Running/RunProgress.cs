using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>Tells on standard error how far a study is, how fast, what had to be repeated, and who leads in the first of its runs.</summary>
/// <param name="products">By run the ids of its products, for shares of seats.</param>
internal sealed class RunProgress(IReadOnlyDictionary<string, ImmutableArray<string>> products) : IDisposable
{
    private const int NamedProducts = 4;

    private readonly ProgressLine _line = new();

    public void Show(StudySnapshot study) => _line.Show(Text(study, products));

    /// <summary>Clears the line.</summary>
    public void Dispose() => _line.Dispose();

    internal static string Text(StudySnapshot study, IReadOnlyDictionary<string, ImmutableArray<string>> products)
    {
        var working = study.InFlight.Where(r => !r.Ended).ToArray();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{study.Completed} of {study.Runs} runs done, {working.Sum(r => r.QuartersPerSecond):0.0} quarters/s, {working.Sum(r => r.Retries)} retries");
        return working.Length == 0 ? text : $"{text}; {working[0].Run} {working[0].Quarter + 1}/{working[0].Quarters}{Shares(working[0], products)}";
    }

    /// <summary>The largest, among the seats that run any product.</summary>
    private static string Shares(RunSnapshot run, IReadOnlyDictionary<string, ImmutableArray<string>> products)
    {
        if (!products.TryGetValue(run.Run, out var names) || run.Seats.Length <= names.Length) return "";
        var all = names.Select((_, j) => run.Seats[j]).Sum();
        var largest = names.Select((name, j) => (name, Seats: run.Seats[j])).OrderByDescending(s => s.Seats).Take(NamedProducts);
        return all == 0 ? "" : ": " + string.Join(", ", largest.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.name} {(double)s.Seats / all:0 %}")));
    }
}
