using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Showing;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Commands;

/// <summary><c>cluster start | status | stop</c>: silos on this machine, which run on when the console ends.</summary>
internal static class ClusterCommand
{
    public static Command Build() => new("cluster", "Starts and stops a cluster on this machine") { Start(), Status(), Stop() };

    private static Command Start()
    {
        var silos = new Option<int>("--silos") { HelpName = "N", Description = "Number of silos (default 1)", DefaultValueFactory = _ => 1 };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("start", "Starts silos; returns when all of them answer, and they run on") { silos, store, json };
        TracingOptions.AddTo(command, console: false);
        command.SetAction(async (parsed, cancellation) =>
        {
            var number = parsed.GetValue(silos);
            if (number is < 1 or > SiloVariables.MostSilos) throw new UnusableInputException($"--silos: found {number}, expected 1 to {SiloVariables.MostSilos}");
            var place = StoreOfUser.Place(parsed, store);
            await ClusterStart.Run(place, number, TracingOptions.Read(parsed), cancellation);
            return await Show(place, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static Command Status()
    {
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("status", "Shows the silos and what they work on") { store, json };
        command.SetAction((parsed, cancellation) => Show(StoreOfUser.Place(parsed, store), parsed.GetValue(json), cancellation));
        return command;
    }

    private static Command Stop()
    {
        var store = StoreLocation.Option();
        var command = new Command("stop", "Stops the silos; runs stay in the store") { store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var place = StoreOfUser.Place(parsed, store);
            Console.Out.WriteLine(await ClusterStop.Run(place, cancellation) ? "the cluster has stopped" : $"no cluster runs on {RunStores.NameOf(place)}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task<int> Show(string store, bool json, CancellationToken cancellation)
    {
        var status = await ClusterStatus.Read(store, cancellation);
        if (json) Answer.Write(status, AnswerJson.Default.ClusterStatusAnswer);
        else if (status.Cluster is null) Console.Out.WriteLine($"no cluster runs on {RunStores.NameOf(store)}");
        else
        {
            Console.Out.WriteLine($"{status.Cluster} on {RunStores.NameOf(store)}");
            Terminal.Out.Write(SiloTable.Of(status.Silos));
            Terminal.Out.Write(CountsTable.Of(status.Silos));
            WorkTable.Write(Terminal.Out, status.Runs);
            if (status.Page is { } page) Console.Out.WriteLine($"page: {page}");
        }
        return ExitStatus.Done;
    }
}
