using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>Tells on standard error how far a study is.</summary>
internal sealed class RunProgress : IDisposable
{
    private const int NamedRuns = 4;

    private readonly ProgressLine _line = new();

    public void Show(StudySnapshot study)
    {
        var runs = study.InFlight.Where(r => !r.Ended).Take(NamedRuns).Select(r => $"{r.Run} {r.Quarter + 1}/{r.Quarters}");
        _line.Show(string.Join("  ", runs.Prepend($"{study.Completed} of {study.Runs} runs done")));
    }

    /// <summary>Clears the line.</summary>
    public void Dispose() => _line.Dispose();
}
