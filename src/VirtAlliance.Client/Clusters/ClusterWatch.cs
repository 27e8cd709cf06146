using System.Diagnostics;
using Orleans.Runtime;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Studies;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Clusters;

/// <summary>Follows a study on a cluster through the loss of silos, of the connection, and of the whole cluster, if another takes its place.</summary>
internal static class ClusterWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Where the study has come to rest; when cancelled, it leaves the study alone.</summary>
    /// <exception cref="InvalidOperationException">No cluster on the store has answered for a minute.</exception>
    public static async Task<StudySnapshot> ToTheEnd(ClusterClient client, string study, StudyPlan plan, CancellationToken cancellation)
    {
        using var progress = new RunProgress(ProductNames.Of(study, plan));
        var heard = Stopwatch.StartNew();
        void Show(StudySnapshot seen)
        {
            heard.Restart();
            progress.Show(seen);
        }
        var connected = client;
        try
        {
            while (true)
            {
                if (await End(connected, study, Show, cancellation) is { } end) return end;
                if (connected != client) await connected.DisposeAsync();
                connected = await Again(client.Store, study, heard, cancellation);
            }
        }
        finally
        {
            if (connected != client) await connected.DisposeAsync();
        }
    }

    /// <summary>Null: the connection was lost.</summary>
    private static async Task<StudySnapshot?> End(ClusterClient client, string study, Action<StudySnapshot> show, CancellationToken cancellation)
    {
        try
        {
            return await StudyWatch.ToTheEnd(client.Study(study), show, cancellation);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return null;
        }
    }

    private static async Task<ClusterClient> Again(string store, string study, Stopwatch heard, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ClusterClient.Connect(store, cancellation);
            }
            catch (UnusableInputException e)
            {
                if (heard.Elapsed > Patience) throw new InvalidOperationException($"{e.Message}; {study} goes on when a cluster runs again", e);
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
