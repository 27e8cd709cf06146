namespace VirtAlliance.Client.Running;

/// <summary>A line on standard error that is written over itself; nothing where that is no terminal. For any number of threads.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _visible = !Console.IsErrorRedirected;
    private readonly Lock _writing = new();
    private int _width;

    /// <summary>Shows the text instead of the last one.</summary>
    public void Show(string text)
    {
        if (!_visible) return;
        lock (_writing)
        {
            var line = text.Length < Limit ? text : text[..Limit];
            Console.Error.Write($"\r{line.PadRight(_width)}{(line.Length == 0 ? "\r" : "")}");
            _width = line.Length;
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_width > 0) Show("");
    }

    private static int Limit => Math.Max(20, Console.BufferWidth - 1);
}
