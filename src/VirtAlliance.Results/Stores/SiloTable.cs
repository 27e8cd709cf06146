using System.Data.Common;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>What silos last said of themselves, and with it when their clusters were last heard of.</summary>
internal static class SiloTable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public static async Task<int> Beat(Session session, SiloBeat silo)
    {
        var now = DateTimeOffset.UtcNow.UtcTicks;
        await session.Execute(
            "INSERT INTO va_owner (id, beat_utc_ticks) VALUES (@id, @now) ON CONFLICT (id) DO UPDATE SET beat_utc_ticks = excluded.beat_utc_ticks",
            ("@id", silo.Cluster), ("@now", now)).ConfigureAwait(false);
        return await session.Execute(
            """
            INSERT INTO va_silo (cluster, name, program, pid, grains, beat_utc_ticks, page, counts) VALUES (@cluster, @name, @program, @pid, @grains, @now, @page, @counts)
            ON CONFLICT (cluster, name) DO UPDATE SET program = excluded.program, pid = excluded.pid, grains = excluded.grains, beat_utc_ticks = excluded.beat_utc_ticks,
                page = excluded.page, counts = excluded.counts
            """,
            ("@cluster", silo.Cluster), ("@name", silo.Name), ("@program", silo.Program), ("@pid", (long)silo.Pid), ("@grains", silo.Grains), ("@now", now),
            ("@page", silo.Page), ("@counts", silo.Counts?.Write())).ConfigureAwait(false);
    }

    public static Task<List<HeardSilo>> Heard(Session session, string cluster) => session.Query(
        Row, "SELECT cluster, name, program, pid, grains, beat_utc_ticks, page, counts FROM va_silo WHERE cluster = @cluster ORDER BY name", ("@cluster", cluster));

    /// <summary>Forgets a cluster, and those that have not been heard of for so long that nobody asks for them any more.</summary>
    public static async Task<int> Forget(Session session, string cluster)
    {
        var since = (DateTimeOffset.UtcNow - KeptFor).UtcTicks;
        await session.Execute("DELETE FROM va_owner WHERE id = @cluster OR beat_utc_ticks < @since", ("@cluster", cluster), ("@since", since)).ConfigureAwait(false);
        return await session.Execute("DELETE FROM va_silo WHERE cluster = @cluster OR beat_utc_ticks < @since", ("@cluster", cluster), ("@since", since)).ConfigureAwait(false);
    }

    private static HeardSilo Row(DbDataReader row) => new(
        new SiloBeat(
            row.GetString(0), row.GetString(1), row.GetString(2), (int)row.GetInt64(3), row.GetInt64(4), row.IsDBNull(6) ? null : row.GetString(6),
            row.IsDBNull(7) ? null : SiloCounts.Read(row.GetString(7))),
        new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero));
}
