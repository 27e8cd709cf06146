using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace VirtAlliance.Silo.Membership;

/// <summary>A silo's row in the membership table, written as JSON.</summary>
internal sealed record MembershipRow(
    string Silo, int Status, int GatewayPort, string HostName, string SiloName, string? RoleName, string Started, MembershipRow.Suspicion[] Suspicions)
{
    /// <summary>A vote that the silo is dead.</summary>
    internal sealed record Suspicion(string By, string At);

    /// <summary>The row of <paramref name="entry"/>; its IAmAlive time has a column of its own.</summary>
    public static string Write(MembershipEntry entry) => JsonSerializer.Serialize(new MembershipRow(
        entry.SiloAddress.ToParsableString(), (int)entry.Status, entry.ProxyPort, entry.HostName, entry.SiloName, entry.RoleName, Time(entry.StartTime),
        [.. (entry.SuspectTimes ?? []).Select(s => new Suspicion(s.Item1.ToParsableString(), Time(s.Item2)))]));

    /// <summary>The entry as Orleans wants it.</summary>
    public static MembershipEntry Read(string json, string alive)
    {
        var row = JsonSerializer.Deserialize<MembershipRow>(json) ?? throw new InvalidDataException("an empty membership row");
        return new MembershipEntry
        {
            SiloAddress = SiloAddress.FromParsableString(row.Silo),
            Status = (SiloStatus)row.Status,
            ProxyPort = row.GatewayPort,
            HostName = row.HostName,
            SiloName = row.SiloName,
            RoleName = row.RoleName,
            StartTime = Time(row.Started),
            IAmAliveTime = Time(alive),
            SuspectTimes = [.. row.Suspicions.Select(s => Tuple.Create(SiloAddress.FromParsableString(s.By), Time(s.At)))],
        };
    }

    /// <summary>UTC, round-trip form.</summary>
    public static string Time(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
