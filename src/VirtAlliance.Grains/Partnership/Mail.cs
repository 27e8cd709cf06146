using System.Collections.Immutable;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Grains.Partnership;

/// <summary>Partnership messages as vendors and alliances keep and count them.</summary>
internal static class Mail
{
    /// <summary>Round in which vendors propose.</summary>
    public const int Proposals = 1;

    /// <summary>Round in which alliances answer.</summary>
    public const int Answers = 2;

    /// <summary>Round in which vendors pay.</summary>
    public const int Dues = 3;

    public static Deliveries<PartnershipDelivery> Deliveries() =>
        new("a partnership message", static (a, b) => a.Messages.AsSpan().SequenceEqual(b.Messages.AsSpan()), static d => Size(d.Messages));

    /// <summary>What a receiver must hold: per sender, in the order of <paramref name="senders"/>, what of it was addressed to the receiver.</summary>
    public static ImmutableArray<Expected> Expect(IEnumerable<(string Sender, ImmutableArray<PartnershipMessage> Sent)> senders, Func<PartnershipMessage, bool> addressed)
    {
        var expected = ImmutableArray.CreateBuilder<Expected>();
        foreach (var (sender, sent) in senders)
        {
            ImmutableArray<PartnershipMessage> mine = [.. sent.Where(addressed)];
            if (mine.IsEmpty) continue;
            var (count, total) = Size(mine);
            expected.Add(new Expected(sender, count, total));
        }
        return expected.ToImmutable();
    }

    private static (int Count, long Total) Size(ImmutableArray<PartnershipMessage> messages)
    {
        long total = 0;
        foreach (var message in messages) total += message.Cents;
        return (messages.Length, total);
    }
}
