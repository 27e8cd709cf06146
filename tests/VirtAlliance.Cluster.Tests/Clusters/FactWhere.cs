using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Cluster.Tests.Clusters;

/// <summary>A test that needs something the machine may lack; it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClockFactAttribute : FactAttribute
{
    public ClockFactAttribute() => Skip = FakeClock.Missing;
}

/// <summary>A test that fills a disk of its own, which only root can mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}

/// <summary>A test that takes minutes or memory beyond the ordinary: made where <c>VIRTALLIANCE_LARGE=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LargeFactAttribute : FactAttribute
{
    public LargeFactAttribute() => Skip = Environment.GetEnvironmentVariable("VIRTALLIANCE_LARGE") == "true" ? null : "takes minutes; set VIRTALLIANCE_LARGE=true";
}

/// <summary>A theory on a PostgreSQL database; skipped where no server is to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresDatabase.Missing;
}
