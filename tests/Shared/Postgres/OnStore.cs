using System.Reflection;
using Xunit.Sdk;

namespace VirtAlliance.Tests.Postgres;

/// <summary>Where a test's run store is.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>The theory's case on a SQLite file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Sqlite]];
}

/// <summary>The theory's case on a PostgreSQL database; skipped where no server is to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresDatabase.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Postgres]];
}

/// <summary>A fact that needs a PostgreSQL database; skipped where no server is to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresDatabase.Missing;
}

/// <summary>A fact that stops and restarts a PostgreSQL server of its own; skipped where the server's programs are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresServerFactAttribute : FactAttribute
{
    public PostgresServerFactAttribute() => Skip = PostgresPrograms.Missing;
}
