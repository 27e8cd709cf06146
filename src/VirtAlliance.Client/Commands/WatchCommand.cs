using System.CommandLine;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>watch</c>: a study on the running cluster, to its end. One that has ended needs no cluster.</summary>
internal static class WatchCommand
{
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
            var plan = StudyPlan.Expand(StudyRows.Request(study));
            if (study.Status is not (RunStatus.Queued or RunStatus.Running)) return await StudyEnd.Show(runs, study, plan.Baseline, folder: null, parsed.GetValue(json), interrupted: false);
            await using var client = await ClusterClient.Connect(StoreOfUser.PlaceOfCluster(parsed, store), cancellation);
            var seen = await ClusterWatch.ToTheEnd(client, study.Id, plan, cancellation);
            return await StudyEnd.Show(runs, seen, plan.Baseline, folder: null, parsed.GetValue(json), interrupted: false);
        });
        return command;
    }
}
