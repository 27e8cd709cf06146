using VirtAlliance.Cluster.Tests.Clusters;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class ServerRestartTests
{
    [PostgresServerFact]
    public Task A_server_that_crashes_and_comes_back_changes_nothing() => ComesBack(server => server.Crash());

    [PostgresServerFact]
    public Task A_server_that_is_stopped_and_started_again_changes_nothing() => ComesBack(server => server.Stop());

    private static async Task ComesBack(Action<PrivateServer> end)
    {
        using var server = PrivateServer.Start();
        await using var cluster = await LocalCluster.Start(silos: 3, TestStore.On(server));
        await using var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm);
        foreach (var quarter in (int[])[10, 35])
        {
            await watched.Reaches(quarter);
            end(server);
            server.StartAgain();
        }
        await watched.Ends();
        await watched.IsUndisturbed();
    }
}
