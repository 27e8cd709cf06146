using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>Where a PostgreSQL store is and how it is reached. No message about it holds anything that may be a password, not even a mistyped one.</summary>
internal sealed partial class PostgresAddress
{
    /// <summary>A server takes 100 connections unless told otherwise, and every silo and console has its own.</summary>
    private const int Connections = 16, Prepared = 32;

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresAddress(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <summary>User, host, port and database, as psql takes them.</summary>
    public string Name
    {
        get
        {
            var (user, database) = (_settings.Username is { Length: > 0 } u ? $"{u}@" : "", _settings.Database);
            return _settings.Host!.StartsWith('/')
                ? $"postgresql://{user}/{database}?host={_settings.Host}&port={_settings.Port}"
                : $"postgresql://{user}{_settings.Host}:{_settings.Port}/{database}";
        }
    }

    /// <summary>Whoever has the same one has the same tables.</summary>
    public string Identity => $"{_settings.Host}:{_settings.Port}/{_settings.Database ?? _settings.Username}/{_settings.SearchPath}";

    /// <summary>True for pairs that name a host, and for addresses of PostgreSQL.</summary>
    public static bool Is(string text) => PostgresUri.Is(text) || NamesHost().IsMatch(text);

    /// <exception cref="RunStoreException">It cannot be understood.</exception>
    public static PostgresAddress Parse(string text)
    {
        var settings = PostgresUri.Is(text) ? PostgresUri.Parse(text) : Pairs(text);
        if (settings.Host!.Any(c => char.IsWhiteSpace(c) || c == '=')) throw Unreadable("its host has a space or = in it: pairs are parted by semicolons");
        if (settings.Port is < 1 or > 65535) throw Unreadable("its port is not one from 1 to 65535");
        if (!settings.ShouldSerialize("Maximum Pool Size")) settings.MaxPoolSize = Connections;
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = Prepared;
        settings.ApplicationName ??= "virtalliance";
        return new PostgresAddress(settings);
    }

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource Open() => new NpgsqlDataSourceBuilder(_settings.ConnectionString).Build();

    /// <summary>A fault of the address as the user gave it.</summary>
    public static RunStoreException Unreadable(string why) => new(
        StoreFault.Unreachable, $"the address of the PostgreSQL run store cannot be understood: {why}; expected Host=…;Port=…;Database=…;Username=… or postgresql://user@host:port/database");

    /// <summary>Sets what <paramref name="place"/> names.</summary>
    public static void Set(NpgsqlConnectionStringBuilder settings, string key, object value, string place)
    {
        try
        {
            settings[key] = value;
        }
        catch (ArgumentException e)
        {
            throw Unreadable(e.InnerException is KeyNotFoundException ? $"{place} is none that there is" : $"{place} cannot have this value");
        }
    }

    private static NpgsqlConnectionStringBuilder Pairs(string text)
    {
        try
        {
            var (pairs, settings) = (new DbConnectionStringBuilder { ConnectionString = text }, new NpgsqlConnectionStringBuilder());
            foreach (var (key, i) in pairs.Keys.Cast<string>().Select((key, i) => (key, i))) Set(settings, key, pairs[key], $"keyword number {i + 1}");
            return settings;
        }
        catch (ArgumentException)
        {
            throw Unreadable("it is not a list of pairs; a value with ; or = in it must be in quotation marks");
        }
    }

    [GeneratedRegex(@"(^|;)\s*(host|server)\s*=\s*[^\s;]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesHost();
}
