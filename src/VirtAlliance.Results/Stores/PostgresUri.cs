using Npgsql;

namespace VirtAlliance.Results.Stores;

/// <summary>Addresses as psql takes them: postgresql://user:password@host:port/database?option=value.</summary>
internal static class PostgresUri
{
    private const string DefaultHost = "localhost";

    /// <summary>Options whose names in such addresses differ from Npgsql's by more than underscores.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dbname"] = "Database", ["user"] = "Username", ["connect_timeout"] = "Timeout", ["sslrootcert"] = "Root Certificate", ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key", ["target_session_attrs"] = "Target Session Attributes", ["keepalives"] = "TCP Keepalive", ["sslnegotiation"] = "SSL Negotiation",
    };

    public static bool Is(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="Contracts.Ledger.RunStoreException">It cannot be understood.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) throw PostgresAddress.Unreadable("it is no address; # / ? @ : in user and password are written %23 %2F %3F %40 %3A");
        var database = uri.AbsolutePath.TrimStart('/');
        if (uri.Fragment.Length > 0 || database.Contains('/') || database.Contains('@')) throw PostgresAddress.Unreadable("# / @ in user, password and database are written %23 %2F %40");
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length > 0 ? uri.Host.Trim('[', ']') : DefaultHost };
        if (uri.Port >= 0) settings.Port = uri.Port;
        if (database.Length > 0) settings.Database = Uri.UnescapeDataString(database);
        SetUser(settings, uri.UserInfo);
        SetOptions(settings, uri.Query);
        return settings;
    }

    private static void SetUser(NpgsqlConnectionStringBuilder settings, string user)
    {
        var parts = user.Split(':', 2);
        if (parts[0].Length > 0) settings.Username = Uri.UnescapeDataString(parts[0]);
        if (parts.Length == 2) settings.Password = Uri.UnescapeDataString(parts[1]);
    }

    private static void SetOptions(NpgsqlConnectionStringBuilder settings, string query)
    {
        foreach (var (option, i) in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select((option, i) => (option, i)))
        {
            var parts = option.Split('=', 2);
            var key = Uri.UnescapeDataString(parts[0]);
            PostgresAddress.Set(
                settings, Renamed.GetValueOrDefault(key, key.Replace('_', ' ')), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""), $"option number {i + 1} after the ?");
        }
    }
}
