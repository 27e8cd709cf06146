namespace VirtAlliance.Model.Chance;

/// <summary>Philox4x32-10: random words without a sequence, a bijection of the counter under a key.</summary>
/// <remarks>Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.</remarks>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The word that stands for "at birth" where others name their quarter.</summary>
    public const uint AtBirth = 0xFFFFFFFF;

    /// <summary>The words of a counter.</summary>
    /// <param name="key">The run's key.</param>
    /// <param name="index">Customer index in its segment, or that index div 4: see <see cref="Purpose"/>.</param>
    /// <param name="segment">Hash of the segment's id.</param>
    /// <param name="quarter">Quarter, or <see cref="AtBirth"/>.</param>
    /// <param name="purpose">What the draw is for.</param>
    public static PhiloxBlock Draw(DrawKey key, uint index, uint segment, uint quarter, Purpose purpose) =>
        Block(key, new PhiloxBlock(index, segment, quarter, (uint)purpose), Rounds);

    internal static PhiloxBlock Block(DrawKey key, PhiloxBlock counter, int rounds)
    {
        unchecked
        {
            var (c0, c1, c2, c3) = counter;
            var (k0, k1) = key;
            for (var round = 0; round < rounds; round++)
            {
                var a = (ulong)Multiplier0 * c0;
                var b = (ulong)Multiplier1 * c2;
                c0 = (uint)(b >> 32) ^ c1 ^ k0;
                c2 = (uint)(a >> 32) ^ c3 ^ k1;
                c1 = (uint)b;
                c3 = (uint)a;
                k0 += Weyl0;
                k1 += Weyl1;
            }
            return new PhiloxBlock(c0, c1, c2, c3);
        }
    }
}
