using System.Diagnostics;
using VirtAlliance.Client;

namespace VirtAlliance.Client.Tests;

/// <summary>What a run of the real program gave.</summary>
internal sealed record Finished(int Status, string Output, string Errors);

/// <summary>The real program in a process of its own, with a folder of its own for its data.</summary>
internal sealed class RunningConsole : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string?> _environment = [];

    public RunningConsole() => _environment["XDG_DATA_HOME"] = Path.Combine(Folder, "data");

    public string Folder { get; } = Directory.CreateTempSubdirectory("virtalliance-").FullName;

    public string Store => Path.Combine(Folder, "data", "virtalliance", "runs.db");

    /// <summary>Sets a variable for the program, or (null) takes it away.</summary>
    public RunningConsole With(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "virtalliance.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment.Remove("VIRTALLIANCE_STORE");
        foreach (var (name, value) in _environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async Task<Finished> Run(params string[] args)
    {
        using var process = Start(args);
        process.StandardInput.Close();
        return await Finish(process, string.Join(' ', args));
    }

    public static async Task<Finished> Finish(Process process, string what)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Finished(process.ExitCode, await output.WaitAsync(patience.Token), await errors.WaitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"virtalliance {what} did not end, with its streams, in {Patience}");
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
