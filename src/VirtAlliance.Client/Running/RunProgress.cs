using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Running;

/// <summary>A line on standard error that tells how far a study is, written over itself; nothing where that is no terminal.</summary>
internal sealed class RunProgress : IDisposable
{
    private const int NamedRuns = 4;

    private readonly bool _visible = !Console.IsErrorRedirected;
    private int _width;

    public void Show(StudySnapshot study)
    {
        if (!_visible) return;
        var runs = study.InFlight.Where(r => !r.Ended).Take(NamedRuns).Select(r => $"{r.Run} {r.Quarter + 1}/{r.Quarters}");
        Write(string.Join("  ", runs.Prepend($"{study.Completed} of {study.Runs} runs done")));
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_visible && _width > 0) Write("");
    }

    private void Write(string text)
    {
        var line = text.Length < Limit ? text : text[..Limit];
        Console.Error.Write($"\r{line.PadRight(_width)}{(line.Length == 0 ? "\r" : "")}");
        _width = line.Length;
    }

    private static int Limit => Math.Max(20, Console.BufferWidth - 1);
}
