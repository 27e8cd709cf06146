using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Clusters;

/// <summary>Where a cluster on this machine keeps its lock, its state and its logs: a folder beside the store's file, or, for a store on a server, in the user's data folder.</summary>
public sealed class ClusterFolder(string store)
{
    private string Folder { get; } = RunStores.IsPostgres(store) ? OfServer(RunStores.IdentityOf(store)) : Path.GetFullPath(store) + ".cluster";

    /// <summary>Log of the supervisor.</summary>
    public string SupervisorLog => Path.Combine(Folder, "supervisor.log");

    /// <summary>Log of a silo.</summary>
    public string SiloLog(string name) => Path.Combine(Folder, $"{name}.log");

    /// <summary>File that a silo touches while it lives.</summary>
    public string SiloPulse(string name) => Path.Combine(Folder, $"{name}.pulse");

    private string TokenFile => Path.Combine(Folder, "page-token");

    private string StateFile => Path.Combine(Folder, "state.json");

    private string LockFile => Path.Combine(Folder, "lock");

    /// <summary>Makes the folder.</summary>
    public void Create() => Directory.CreateDirectory(Folder);

    /// <summary>Keeps what changes from the page need, for its owner's eyes only.</summary>
    public void WritePageToken(string token)
    {
        File.Delete(TokenFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(TokenFile, options);
        file.Write(token);
    }

    /// <summary>What <see cref="WritePageToken"/> kept; null: nothing, or it is not for us.</summary>
    public string? ReadPageToken()
    {
        try
        {
            return File.ReadAllText(TokenFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes the folder until the result is disposed, or the process ends in whatever way; null if another process has it.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The state last written, also of a cluster that has ended; null if there is none.</summary>
    public ClusterState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(StateFile), ClusterStateJson.Default.ClusterState);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the state; readers see the old one or the new one, whole.</summary>
    public void Write(ClusterState state)
    {
        File.WriteAllBytes(StateFile + ".new", JsonSerializer.SerializeToUtf8Bytes(state, ClusterStateJson.Default.ClusterState));
        File.Move(StateFile + ".new", StateFile, overwrite: true);
    }

    private static string OfServer(string identity)
    {
        var data = UserFolder.Find(Environment.GetEnvironmentVariable)
            ?? throw new SiloSettingsException("there is no place for the cluster's logs: neither XDG_DATA_HOME nor HOME is set");
        return Path.Combine(data, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]}.cluster");
    }
}
