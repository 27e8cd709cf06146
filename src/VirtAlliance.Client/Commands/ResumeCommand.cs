using System.CommandLine;
using VirtAlliance.Client.Answers;
using VirtAlliance.Client.Options;
using VirtAlliance.Client.Reading;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Membership;

namespace VirtAlliance.Client.Commands;

/// <summary><c>resume</c>: queues what had stopped. The cluster on the store takes it up, or, if none runs, the next one that is started.</summary>
internal static class ResumeCommand
{
    private const string Nobody = "";

    public static Command Build()
    {
        var id = new Argument<string>("ID") { Description = "A study, or one of its runs: the whole study goes on" };
        var store = StoreLocation.Option();
        var json = JsonOption.Build();
        var command = new Command("resume", "Takes up a study that was paused, cancelled or failed") { id, store, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var runs = StoreOfUser.OpenExisting(parsed, store) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            var study = await StoreOfUser.FindStudy(runs, parsed.GetValue(id)!, cancellation) ?? throw StoreOfUser.Unknown(parsed.GetValue(id)!, parsed, store);
            var cluster = await Cluster(StoreOfUser.Place(parsed, store));
            var reopened = await runs.Reopen(study.Id, cluster ?? Nobody, cancellation);
            var found = StudySummary.Of(await runs.FindStudy(study.Id, cancellation) ?? study);
            if (parsed.GetValue(json)) Answer.Write(found, AnswerJson.Default.StudySummary);
            else Console.Out.WriteLine(Say(found, reopened, cluster));
            return ExitStatus.Done;
        });
        return command;
    }

    private static async Task<string?> Cluster(string place)
    {
        await using var database = RunStores.Database(place);
        return await StoredClusters.Latest(database) is { IsHeard: true } cluster ? cluster.Id : null;
    }

    private static string Say(StudySummary study, bool reopened, string? cluster) =>
        !reopened ? $"{study.Study} needs no resuming: {study.Status}"
        : cluster is null ? $"{study.Study} is {study.Status} and goes on with the next: virtalliance cluster start"
        : $"{study.Study} goes on. Follow it with: virtalliance watch {study.Study}";
}
