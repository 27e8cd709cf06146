using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace VirtAlliance.Tests.Postgres;

/// <summary>A PostgreSQL server for these tests only, in a temporary folder, on a free port of the loopback; it ends, and its folder with it, when the test process does, in whatever way.</summary>
internal sealed class PrivateServer : IDisposable
{
    private const string User = "virtalliance", Password = "not;a=secret'";
    private const int Attempts = 5;

    /// <summary>Makes a folder, starts a server there, says so, and waits until its standard input ends.</summary>
    private const string Life = """
        umask 077
        folder=$(mktemp -d "${TMPDIR:-/tmp}/virtalliance-pg-XXXXXX") || exit 1
        trap '"$1/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
        printf %s "$4" >"$folder/password"
        "$1/initdb" -D "$folder/data" -U "$3" --pwfile="$folder/password" -A scram-sha-256 -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        printf "listen_addresses = '127.0.0.1'\nport = $2\nunix_socket_directories = '$folder'\nmax_connections = 200\nfsync = off\n" >>"$folder/data/postgresql.conf"
        "$1/pg_ctl" -D "$folder/data" -l "$folder/log" -w start >/dev/null || { cat "$folder/log" >&2; exit 1; }
        echo "$folder"
        cat >/dev/null
        """;

    private readonly Process _life;
    private readonly string _folder;

    private PrivateServer(Process life, string folder, int port)
    {
        (_life, _folder) = (life, folder);
        Place = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = User, Password = Password, Database = "postgres" }.ConnectionString;
    }

    /// <summary>The connection string of its first database, as its first user.</summary>
    public string Place { get; }

    public static PrivateServer Start()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var life = Process.Start(PostgresPrograms.Shell(Life, PostgresPrograms.Folder!, $"{port}", User, Password))!;
            if (life.StandardOutput.ReadLine() is { } folder) return new PrivateServer(life, folder, port);
            if (attempt == Attempts) throw new InvalidOperationException($"the PostgreSQL server does not start: {life.StandardError.ReadToEnd()}");
        }
    }

    /// <summary>Stops it as a crash would: nobody is told, and it recovers at its next start.</summary>
    public void Crash() => Control("-m immediate stop");

    /// <summary>Stops it in order: connections are cut.</summary>
    public void Stop() => Control("-m fast stop");

    /// <summary>Starts it again where it was.</summary>
    public void StartAgain() => Control("-l \"$2/log\" -w start >/dev/null");

    public void Dispose()
    {
        _life.StandardInput.Close();
        _life.WaitForExit();
        _life.Dispose();
    }

    private void Control(string command)
    {
        using var control = Process.Start(PostgresPrograms.Shell($"\"$1/pg_ctl\" -D \"$2/data\" {command}", PostgresPrograms.Folder!, _folder))!;
        var output = control.StandardOutput.ReadToEndAsync();
        control.WaitForExit();
        if (control.ExitCode != 0) throw new InvalidOperationException($"pg_ctl {command}: {output.Result}{control.StandardError.ReadToEnd()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
