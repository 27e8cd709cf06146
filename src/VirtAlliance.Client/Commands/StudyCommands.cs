using System.CommandLine;
using VirtAlliance.Client.Clusters;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Commands;

/// <summary><c>watch | cancel | resume</c>: a study on the running cluster.</summary>
internal static class StudyCommands
{
    public static Command Watch()
    {
        var json = JsonOption.Build();
        return On("watch", "Follows a study to its end", json, async (parsed, study, client, store, cancellation) =>
        {
            await ClusterWatch.ToTheEnd(client, study.Id, cancellation);
            return await StudyEnd.Show(store, study.Id, StudyPlan.Expand(StudyRows.Request(study)).Baseline, folder: null, parsed.GetValue(json), interrupted: false);
        });
    }

    private static Command On(
        string name, string description, Option<bool>? json, Func<ParseResult, StudyRow, ClusterClient, IRunStore, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "A study, or one of its runs" };
        var store = StoreLocation.Option();
        var command = new Command(name, description) { id, store };
        if (json is not null) command.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var place = StoreOfUser.PlaceOfCluster(parsed, store);
            await using var runs = RunStores.Open(place);
            var study = await StoreOfUser.FindStudy(runs, parsed.GetValue(id)!, cancellation) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            await using var client = await ClusterClient.Connect(place, cancellation);
            return await act(parsed, study, client, runs, cancellation);
        });
        return command;
    }
}
