using System.Globalization;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Results.Stores;

/// <summary>The store's tables, and how older ones are brought up to date.</summary>
internal static class StoreSchema
{
    /// <summary>One script per version, applied in order; what is published is never changed, only added to. {blob} is the dialect's type for bytes.</summary>
    private static readonly string[] Scripts =
    [
        """
        CREATE TABLE va_study (
            id TEXT PRIMARY KEY,
            scenario TEXT NOT NULL,
            source TEXT NOT NULL,
            status TEXT NOT NULL,
            error TEXT,
            owner TEXT NOT NULL,
            created_utc_ticks BIGINT NOT NULL,
            result TEXT);
        CREATE TABLE va_run (
            id TEXT PRIMARY KEY,
            study TEXT NOT NULL REFERENCES va_study (id),
            position BIGINT NOT NULL,
            arm TEXT NOT NULL,
            replicate BIGINT NOT NULL,
            seed BIGINT NOT NULL,
            scenario_hash TEXT NOT NULL,
            model_version TEXT NOT NULL,
            quarters BIGINT NOT NULL,
            definition {blob} NOT NULL,
            status TEXT NOT NULL,
            error TEXT,
            epoch BIGINT NOT NULL,
            owner TEXT NOT NULL,
            last_quarter BIGINT NOT NULL,
            last_hash {blob} NOT NULL);
        CREATE UNIQUE INDEX va_run_of_study ON va_run (study, position);
        CREATE TABLE va_record (
            run TEXT NOT NULL REFERENCES va_run (id),
            quarter BIGINT NOT NULL,
            epoch BIGINT NOT NULL,
            previous_hash {blob} NOT NULL,
            hash {blob} NOT NULL,
            payload {blob} NOT NULL,
            remarks TEXT,
            PRIMARY KEY (run, quarter));
        """,
        """
        CREATE TABLE va_owner (
            id TEXT PRIMARY KEY,
            beat_utc_ticks BIGINT NOT NULL);
        CREATE INDEX va_study_by_owner ON va_study (owner, status);
        """,
        """
        CREATE TABLE va_membership_version (
            cluster TEXT PRIMARY KEY,
            version BIGINT NOT NULL);
        CREATE TABLE va_membership (
            cluster TEXT NOT NULL,
            silo TEXT NOT NULL,
            entry TEXT NOT NULL,
            alive TEXT NOT NULL,
            etag BIGINT NOT NULL,
            PRIMARY KEY (cluster, silo));
        """,
        """
        CREATE TABLE va_span (
            trace TEXT NOT NULL,
            span TEXT NOT NULL,
            parent TEXT,
            name TEXT NOT NULL,
            silo TEXT NOT NULL,
            run TEXT,
            quarter BIGINT,
            began_utc_ticks BIGINT NOT NULL,
            ticks BIGINT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (trace, span));
        CREATE INDEX va_span_by_run ON va_span (run, quarter) WHERE parent IS NULL;
        """,
        """
        CREATE TABLE va_silo (
            cluster TEXT NOT NULL,
            name TEXT NOT NULL,
            program TEXT NOT NULL,
            pid BIGINT NOT NULL,
            grains BIGINT NOT NULL,
            beat_utc_ticks BIGINT NOT NULL,
            PRIMARY KEY (cluster, name));
        """,
        """
        CREATE TABLE va_checkpoint (
            run TEXT NOT NULL,
            block TEXT NOT NULL,
            quarter BIGINT NOT NULL,
            conditions_hash {blob} NOT NULL,
            columns {blob} NOT NULL,
            columns_hash {blob} NOT NULL,
            PRIMARY KEY (run, block));
        """,
        """
        ALTER TABLE va_silo ADD COLUMN page TEXT;
        ALTER TABLE va_silo ADD COLUMN counts TEXT;
        """,
    ];

    /// <summary>The version that this program writes.</summary>
    public static int Current => Scripts.Length;

    /// <summary>The version of a store whose tables have been made.</summary>
    public static async Task<long> Version(Session session) =>
        Convert.ToInt64(await session.Scalar("SELECT COALESCE(MAX(version), 0) FROM va_schema").ConfigureAwait(false), CultureInfo.InvariantCulture);

    /// <summary>Makes the tables, or brings them up to date, in the transaction of <paramref name="session"/>.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="blob">The dialect's type for bytes.</param>
    /// <param name="store">Name of the store, for messages.</param>
    /// <exception cref="RunStoreException">A newer program made the store.</exception>
    public static async Task<int> Upgrade(Session session, string blob, string store)
    {
        await session.Execute("CREATE TABLE IF NOT EXISTS va_schema (version BIGINT NOT NULL)").ConfigureAwait(false);
        var found = await Version(session).ConfigureAwait(false);
        if (found > Current)
            throw new RunStoreException(StoreFault.NewerSchema, $"the run store {store} was made by a newer version of virtalliance (schema {found}; this one knows up to {Current})");
        for (var version = (int)found + 1; version <= Current; version++)
        {
            await session.Execute(Scripts[version - 1].Replace("{blob}", blob, StringComparison.Ordinal)).ConfigureAwait(false);
            await session.Execute("INSERT INTO va_schema (version) VALUES (@version)", ("@version", version)).ConfigureAwait(false);
        }
        return Current;
    }
}
