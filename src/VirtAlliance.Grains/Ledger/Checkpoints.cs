using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading.Channels;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Hosting;
using VirtAlliance.Grains.Trade;

namespace VirtAlliance.Grains.Ledger;

/// <summary>Keeps what blocks hold now and then, one after the other beside the work of the node, and finds it again. Whatever goes wrong with it costs time and nothing else.</summary>
internal sealed class Checkpoints : IAsyncDisposable
{
    private const int BlocksWaiting = 64;

    private readonly Channel<(string Run, string Block, byte[] ConditionsHash, BlockColumns Columns)> _waiting =
        Channel.CreateBounded<(string, string, byte[], BlockColumns)>(new BoundedChannelOptions(BlocksWaiting) { SingleReader = true });

    private readonly IRunStore _store;
    private readonly GrainSettings _settings;
    private readonly Task _writing;

    public Checkpoints(IRunStore store, GrainSettings settings)
    {
        (_store, _settings) = (store, settings);
        _writing = Task.Run(Write);
    }

    /// <summary>True if it would take too long to replay what took so long, and not too many blocks are waiting to be kept already.</summary>
    public bool AreDue(TimeSpan replay) => replay > _settings.ReplayAtMost && _waiting.Reader.Count < BlocksWaiting;

    /// <summary>Keeps what the block holds, soon.</summary>
    /// <param name="run">Whose.</param>
    /// <param name="block">The block within the run.</param>
    /// <param name="conditionsHash">Of the last quarter that its customers lived through.</param>
    /// <param name="customers">The customers.</param>
    public void Keep(string run, string block, ReadOnlySpan<byte> conditionsHash, BlockCustomers customers) =>
        _waiting.Writer.TryWrite((run, block, conditionsHash.ToArray(), BlockColumns.Of(customers)));

    /// <summary>What the block held after a quarter up to <paramref name="quarter"/>; null if nobody knows.</summary>
    public async Task<BlockColumns?> Find(string run, string block, int quarter, LedgerCache ledger)
    {
        try
        {
            if (await _store.FindCheckpoint(run, block) is not { } kept || kept.Quarter > quarter) return null;
            if (!SHA256.HashData(kept.Columns).AsSpan().SequenceEqual(kept.ColumnsHash)) return null;
            if (!(await ledger.ConditionsHash(run, kept.Quarter)).AsSpan().SequenceEqual(kept.ConditionsHash)) return null;
            return Unpack(kept.Quarter, kept.Columns);
        }
        catch (Exception e) when (e is RunStoreException or InvalidDataException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task Write()
    {
        await foreach (var (run, block, conditions, columns) in _waiting.Reader.ReadAllAsync())
        {
            try
            {
                var packed = Pack(columns);
                await _store.KeepCheckpoint(new BlockCheckpoint(run, block, columns.Quarter, conditions, packed, SHA256.HashData(packed)));
            }
            catch (RunStoreException)
            {
                // there is always the ledger
            }
        }
    }

    private static byte[] Pack(BlockColumns columns)
    {
        var bytes = new MemoryStream();
        using (var packer = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            packer.Write(columns.Products);
            packer.Write(columns.Franchises);
        }
        return bytes.ToArray();
    }

    private static BlockColumns Unpack(int quarter, byte[] packed)
    {
        using var unpacker = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        unpacker.CopyTo(bytes);
        var all = bytes.ToArray();
        return new BlockColumns(quarter, all[..(all.Length / 2)], all[(all.Length / 2)..]);
    }
}
