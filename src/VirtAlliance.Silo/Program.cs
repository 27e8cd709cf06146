using System.Runtime.InteropServices;
using VirtAlliance.Results.Stores;
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
    await using var store = RunStores.Open(settings.Store);
    using var host = await SiloHost.Start(settings, store);
    Console.WriteLine($"{settings.Name} takes work");
    await stop.Task;
    await host.StopAsync();
    return 0;
}
catch (Exception e) when (e is SiloSettingsException or RunStoreException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
