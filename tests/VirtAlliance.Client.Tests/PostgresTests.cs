using System.Text.Json;
using Npgsql;
using VirtAlliance.Tests.Postgres;

namespace VirtAlliance.Client.Tests;

/// <summary>The real program on a real PostgreSQL server.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [PostgresFact]
    public async Task Run_list_show_and_export_work_as_on_a_file()
    {
        await using var database = PostgresDatabase.Make();
        var onServer = await Succeed("run", "first-try", "--json", "--store", database.Place);
        var onFile = await Succeed("run", "first-try", "--json");
        Assert.Equal(Digests(onFile), Digests(onServer));
        var study = Study(onServer);
        _console.With("VIRTALLIANCE_STORE", database.Place);
        Assert.Contains(study, (await Succeed("list")).Output);
        Assert.Equal(Digests(onServer), Digests(await Succeed("show", study, "--json")));
        var folder = Path.Combine(_console.Folder, "tables");
        await Succeed("export", study, "--format", "csv", "--out", folder);
        Assert.Equal(3, File.ReadLines(Path.Combine(folder, "runs.csv")).Count());
    }

    [PostgresFact]
    public async Task A_cluster_starts_works_tells_and_stops_and_never_prints_the_password()
    {
        await using var database = PostgresDatabase.Make();
        var password = new NpgsqlConnectionStringBuilder(database.Place).Password!;
        _console.With("VIRTALLIANCE_STORE", database.Place);
        try
        {
            var printed = new List<Finished> { await Succeed("cluster", "start", "--silos", "2") };
            printed.Add(await _console.Run("cluster", "start"));
            Assert.Equal(2, printed[^1].Status);
            Assert.Contains("already", printed[^1].Errors);
            printed.Add(await Succeed("cluster", "status", "--json"));
            using (var status = JsonDocument.Parse(printed[^1].Output))
                Assert.Equal(["active", "active"], status.RootElement.GetProperty("silos").EnumerateArray().Select(s => s.GetProperty("status").GetString()));
            printed.Add(await Succeed("submit", "first-try", "--watch", "--json"));
            var digests = Digests(printed[^1]);
            printed.Add(await Succeed("watch", Study(printed[^1])));
            printed.Add(await Succeed("cluster", "stop"));
            printed.Add(await Succeed("cluster", "status"));
            Assert.Contains("no cluster", printed[^1].Output);
            Assert.Equal(Digests(await Succeed("run", "first-try", "--json")), digests);
            Assert.All(printed, p => Assert.DoesNotContain(password, p.Output + p.Errors));
            Assert.All(Directory.GetFiles(_console.Folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(password, File.ReadAllText(file)));
        }
        finally
        {
            await _console.Run("cluster", "stop");
        }
    }

    [PostgresFact]
    public async Task What_the_server_refuses_is_one_line_and_exit_status_2()
    {
        await using var database = PostgresDatabase.Make();
        await Refused(With(database.Place, s => s.Password = "Zq-wrong"), "password");
        await Refused(With(database.Place, s => s.Database = "not-there"), "\"not-there\"");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Password=Zq", "127.0.0.1:1")]
    [InlineData("postgres://me:Zq@host:port/x", "no address")]
    [InlineData("Host=db;Prot=5432;Password=Zq", "keyword")]
    public Task An_address_that_leads_nowhere_is_one_line_and_exit_status_2(string place, string told) => Refused(place, told);

    private async Task Refused(string place, string told)
    {
        foreach (var command in (string[][])[["list"], ["run", "first-try"], ["submit", "first-try"], ["cluster", "start"]])
        {
            var finished = await _console.Run([.. command, "--store", place]);
            Assert.Equal((2, ""), (finished.Status, finished.Output));
            Assert.Contains(told, Assert.Single(finished.Errors.TrimEnd().Split('\n')));
            Assert.DoesNotContain("Zq", finished.Errors);
        }
    }

    private async Task<Finished> Succeed(params string[] args)
    {
        var finished = await _console.Run(args);
        Assert.True(finished.Status == 0, $"virtalliance {string.Join(' ', args.Take(2))} ended with {finished.Status}: {finished.Errors}");
        return finished;
    }

    private static string Study(Finished finished)
    {
        using var json = JsonDocument.Parse(finished.Output);
        return json.RootElement.GetProperty("study").GetString()!;
    }

    private static string[] Digests(Finished finished)
    {
        using var json = JsonDocument.Parse(finished.Output);
        return [.. json.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("digest").GetString()!)];
    }

    private static string With(string place, Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(place);
        change(settings);
        return settings.ConnectionString;
    }
}
