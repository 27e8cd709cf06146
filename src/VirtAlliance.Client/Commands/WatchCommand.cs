using System.CommandLine;
using System.Diagnostics;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Commands;

/// <summary><c>watch</c>: a study on the running cluster, to its end. One that has ended needs no cluster.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan TimeToAdopt = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(250);

    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A study, or one of its runs" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("watch", "Follows a study to its end") { id, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            var study = await StoreOfUser.FindStudy(runs, parsed.GetValue(id)!, cancellation) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            study = await Adopted(runs, study, StoreOfUser.Place(parsed, store), cancellation);
            var plan = StudyPlan.Expand(StudyRows.Request(study));
            if (study.Status is not (RunStatus.Queued or RunStatus.Running)) return await StudyEnd.Show(runs, study, plan.Baseline, folder: null, parsed.GetValue(json), interrupted: false);
            await using var client = await ClusterClient.Connect(StoreOfUser.PlaceOfCluster(parsed, store), cancellation);
            var seen = await ClusterWatch.ToTheEnd(client, study.Id, plan, cancellation);
            return await StudyEnd.Show(runs, seen, plan.Baseline, folder: null, parsed.GetValue(json), interrupted: false);
        });
        return command;
    }

    /// <summary>The study, once a cluster that has just begun had the time to take it up if it was paused.</summary>
    private static async Task<StudyRow> Adopted(IRunStore runs, StudyRow study, string place, CancellationToken cancellation)
    {
        if (study.Status != RunStatus.Paused) return study;
        await using var database = RunStores.Database(place);
        for (var waited = Stopwatch.StartNew(); study.Status == RunStatus.Paused && waited.Elapsed < TimeToAdopt && await StoredClusters.Latest(database) is { IsHeard: true };)
        {
            await Task.Delay(Pause, cancellation);
            study = await runs.FindStudy(study.Id, cancellation) ?? study;
        }
        return study;
    }
}
