using Microsoft.Data.Sqlite;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Client.Tests;

/// <summary>Places that cannot be a run store, by every command that wants one: one line, exit status 2, nothing changed.</summary>
public sealed class StoreErrorTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public static TheoryData<string[]> Commands => new()
    {
        new[] { "run", "first-try", "--quarters", "1" },
        new[] { "submit", "first-try" },
        new[] { "list" },
        new[] { "show", "x-1" },
        new[] { "watch", "x-1" },
        new[] { "cancel", "x-1" },
        new[] { "resume", "x-1" },
        new[] { "verify", "x-1" },
        new[] { "diff", "x-1", "x-2" },
        new[] { "cluster", "start" },
        new[] { "cluster", "status" },
    };

    public void Dispose() => _console.Dispose();

    [Theory, MemberData(nameof(Commands))]
    public async Task A_file_that_is_no_store_is_refused_and_left_as_it_is(string[] command)
    {
        var file = _console.Write("notes.txt", "notes, and no store");
        await IsRefused(command, file, "notes.txt is not a run store");
        Assert.Equal("notes, and no store", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_console.Folder));
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task A_store_of_a_newer_program_is_refused(string[] command)
    {
        var file = Path.Combine(_console.Folder, "new.db");
        await RunStores.Open(file).DisposeAsync();
        using (var store = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            store.Open();
            using var raise = store.CreateCommand();
            raise.CommandText = "INSERT INTO va_schema (version) VALUES (1000)";
            raise.ExecuteNonQuery();
        }
        await IsRefused(command, file, "newer version of virtalliance");
    }

    [Theory]
    [InlineData("run", "first-try", "--quarters", "1")]
    [InlineData("cluster", "start")]
    public async Task A_folder_that_nothing_can_be_written_to_is_no_place_for_a_store(params string[] command) =>
        await IsRefused(command, OperatingSystem.IsWindows() ? @"\\.\nowhere\runs.db" : "/proc/nowhere/runs.db", "runs.db cannot be");

    [TheoryUnlessRoot]
    [InlineData("run", "first-try", "--quarters", "1")]
    [InlineData("cluster", "start")]
    public async Task A_read_only_folder_is_no_place_for_a_store(params string[] command)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_console.Folder, "locked"));
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        await IsRefused(command, Path.Combine(folder.FullName, "runs.db"), "runs.db cannot be");
        Assert.Empty(folder.GetFileSystemInfos());
    }

    private async Task IsRefused(string[] command, string store, string because)
    {
        var refused = await _console.Run([.. command, "--store", store]);
        Assert.Equal((2, ""), (refused.Status, refused.Output));
        Assert.Contains(because, refused.Errors);
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));
    }
}

/// <summary>A theory about permissions, which root does not need.</summary>
public sealed class TheoryUnlessRootAttribute : TheoryAttribute
{
    public TheoryUnlessRootAttribute()
    {
        if (Environment.UserName == "root" || OperatingSystem.IsWindows()) Skip = "root may write to any folder";
    }
}
