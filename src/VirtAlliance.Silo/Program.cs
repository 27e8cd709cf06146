using System.Runtime.InteropServices;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Clusters;
using VirtAlliance.Silo.Hosting;

try
{
    var settings = SiloVariables.Read(Environment.GetEnvironmentVariable);
    var silos = SiloVariables.ReadSilos(Environment.GetEnvironmentVariable);
    settings.Check();
    if (args is [HealthQuestion.Command]) return await HealthQuestion.Ask(settings);
    if (args is not []) throw new SiloSettingsException($"{args[0]}: found an argument, expected none, or {HealthQuestion.Command}");
    if (settings.Log is { } log) Daemon.Detach(log);
    if (settings.Pulse is { } pulse) Pulse.Beat(pulse);
    using var stop = new CancellationTokenSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    if (silos is { } number) await new Supervisor(settings, number).Run(stop.Token);
    else await Serve(settings, stop.Token);
    return 0;
}
catch (Exception e) when (e is SiloSettingsException or RunStoreException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

static async Task Serve(SiloSettings settings, CancellationToken stop)
{
    await using var store = RunStores.Open(settings.Store, settings.Durability);
    using var host = await SiloHost.Start(settings, store, stop);
    Console.WriteLine($"{DateTime.UtcNow:O} {settings.Name} takes work");
    await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
    await host.StopAsync(CancellationToken.None);
    Console.WriteLine($"{DateTime.UtcNow:O} {settings.Name} has stopped");
}
