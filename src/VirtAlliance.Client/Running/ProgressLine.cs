namespace VirtAlliance.Client.Running;

/// <summary>A line on standard error, written over itself; nothing where that is no terminal.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _visible = !Console.IsErrorRedirected;
    private int _width;

    public void Write(string text)
    {
        if (!_visible) return;
        var line = text.Length < Limit ? text : text[..Limit];
        Console.Error.Write($"\r{line.PadRight(_width)}{(line.Length == 0 ? "\r" : "")}");
        _width = line.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_width > 0) Write("");
    }

    private static int Limit => Math.Max(20, Console.BufferWidth - 1);
}
