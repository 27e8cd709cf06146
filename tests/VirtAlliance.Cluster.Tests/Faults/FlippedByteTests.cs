using Microsoft.Data.Sqlite;
using VirtAlliance.Cluster.Tests.Clusters;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Cluster.Tests.Faults;

public sealed class FlippedByteTests
{
    private const int Quarter = 3;

    [Fact]
    public async Task A_flipped_byte_stops_its_run_with_quarter_and_both_hashes_and_no_other_run()
    {
        await using var cluster = await LocalCluster.Start(silos: 2);
        string study, run;
        await using (var watched = await WatchedRun.Submit(cluster, TestScenarios.Storm))
        {
            (study, run) = (watched.Study, watched.Run);
            await watched.Reaches(20);
        }
        await cluster.Succeed("cluster", "stop");
        var hash = await Flip(cluster, run);
        await cluster.Begin(silos: 2);

        var refused = await cluster.Run("watch", study);
        Assert.Equal(1, refused.Status);
        Refuses(refused.Errors, run, hash);
        var exported = await cluster.Run("export", study, "--format", "csv", "--out", Path.Combine(cluster.Folder, "tables"));
        Assert.Equal(1, exported.Status);
        Refuses(exported.Errors, run, hash);

        var other = await cluster.Succeed("submit", "first-try", "--watch", "--json");
        Assert.Equal(await Undisturbed.Digests("first-try"), Undisturbed.Of(other.Output));
    }

    private static void Refuses(string errors, string run, string hash)
    {
        Assert.Contains(run, errors);
        Assert.Contains($"quarter {Quarter}", errors);
        Assert.Contains(hash, errors);
        Assert.Equal(2, errors.Split(' ', ',', ';', '.', '\n').Count(word => word.Length == 64 && word.All(char.IsAsciiHexDigitLower)));
    }

    /// <summary>Changes one bit of a record where it lies in the file; returns the hash that the record says it has.</summary>
    private static async Task<string> Flip(LocalCluster cluster, string run)
    {
        LedgerEntry? entry = null;
        await using (var store = cluster.OpenStore())
            await foreach (var found in store.Entries(run, Quarter, Quarter)) entry = found;
        IntoTheFile(cluster.Store);
        var payload = entry!.Payload.AsSpan(64, 64).ToArray();
        var at = (await File.ReadAllBytesAsync(cluster.Store)).AsSpan().IndexOf(payload);
        Assert.True(at > 0, "the record is not in the file");
        await using var file = new FileStream(cluster.Store, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = at;
        file.WriteByte((byte)(payload[0] ^ 1));
        return HashChain.Show(entry.Hash);
    }

    /// <summary>From the log of what was written last into the file itself.</summary>
    private static void IntoTheFile(string store)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }
}
