namespace VirtAlliance.Cluster.Tests.Clusters;

internal static class TestScenarios
{
    /// <summary>Seven territories, sixty quarters, something going on in every phase; about 4 s on two idle cores.</summary>
    public static string Storm => Path.Combine(AppContext.BaseDirectory, "Scenarios", "storm.yaml");
}
