using System.Security.Cryptography;
using CsCheck;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Contracts.Tests.Ledger;

public class HashChainTests
{
    [Fact]
    public void A_link_is_the_hash_of_the_one_before_and_the_payload() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array).Sample((previous, payload) =>
            HashChain.Next(previous, payload).AsSpan().SequenceEqual(SHA256.HashData([.. previous, .. payload])));

    [Fact]
    public void The_identity_tells_scenario_seed_replicate_and_model_apart()
    {
        string[] identities =
        [
            .. from scenario in new[] { "a", "ab" } from seed in new[] { 1u, 2u } from replicate in new[] { 1u, 2u } from model in new[] { "c", "bc" }
               select HashChain.Show(HashChain.Identity(scenario, seed, replicate, model)),
        ];
        Assert.Equal(identities.Length, identities.Distinct().Count());
    }

    [Fact]
    public void The_identity_is_the_hash_of_its_parts_with_their_lengths() => Assert.Equal(
        SHA256.HashData([2, 0, 0, 0, (byte)'a', (byte)'b', 7, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, (byte)'1']), HashChain.Identity("ab", 7, 1, "1"));

    [Fact]
    public void A_hash_of_another_length_is_no_hash() => Assert.Throws<ArgumentException>(() => HashChain.Next(new byte[31], []));
}
