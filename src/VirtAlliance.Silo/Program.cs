using System.Runtime.InteropServices;
using VirtAlliance.Silo.Hosting;

try
{
    var settings = SiloVariables.Read(Environment.GetEnvironmentVariable);
    settings.Check();
    if (settings.Log is { } log) Daemon.Detach(log);
    var stop = new TaskCompletionSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var host = await SiloHost.Start(settings);
    Console.WriteLine($"{settings.Name} takes work");
    await stop.Task;
    await host.StopAsync();
    return 0;
}
catch (SiloSettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
