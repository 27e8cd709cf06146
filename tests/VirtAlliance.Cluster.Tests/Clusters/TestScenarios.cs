namespace VirtAlliance.Cluster.Tests.Clusters;

internal static class TestScenarios
{
    /// <summary>Seven territories, sixty quarters, something going on in every phase; about 4 s on two idle cores.</summary>
    public static string Storm { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios", "storm.yaml");

    /// <summary>Ten million customers in ten territories, forty quarters.</summary>
    public static string TenMillion { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios", "ten-million.yaml");
}
