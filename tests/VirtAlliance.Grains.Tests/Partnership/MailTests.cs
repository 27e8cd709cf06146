using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Contracts.Partnership;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Grains.Calls;
using VirtAlliance.Grains.Partnership;
using VirtAlliance.Model.Partnership;

namespace VirtAlliance.Grains.Tests.Partnership;

/// <summary>Partnership messages as grains keep them: letters, one per sender and round, of which neither the order of arrival nor a repeat shows.</summary>
public sealed class MailTests
{
    private const int Quarter = 7;

    private static readonly Gen<PartnershipDelivery[]> Letters =
        from senders in Gen.Int[1, 8]
        from letters in Gen.Select(Gen.Int[Mail.Proposals, Mail.Dues], Gen.Select(Gen.Int[0, 7].Select(k => (MessageKind)k), Gen.Int[0, 3], Gen.Long[0, 1_000_000]).Array[1, 4]).Array[senders]
        select letters.Select((l, s) => new PartnershipDelivery(
            l.Item1, $"vendor-{s}", [.. l.Item2.Select(m => new PartnershipMessage(l.Item1, m.Item1, s, "club", m.Item2, Cents: m.Item3))])).ToArray();

    [Fact]
    public void Neither_order_nor_repetition_of_letters_shows() =>
        (from letters in Letters from shuffled in Gen.Shuffle(letters) from again in Gen.Shuffle(letters) select (letters, arrived: (PartnershipDelivery[])[.. shuffled, .. again])).Sample(t =>
        {
            var (plain, jumbled) = (Kept(t.letters), Kept(t.arrived));
            foreach (var round in t.letters.Select(l => l.Round).Distinct())
            {
                var expected = Expected(t.letters, round);
                Assert.Empty(jumbled.Lacking(Quarter, round, expected));
                Assert.Equal(Messages(plain, round, expected), Messages(jumbled, round, expected));
            }
        });

    [Fact]
    public void A_letter_that_has_not_come_is_named_and_nothing_is_changed_until_it_has() => Letters.Sample(letters =>
    {
        var (first, kept) = (letters[0], Kept(letters[1..]));
        var expected = Expected(letters, first.Round);
        Assert.Equal([first.Sender], kept.Lacking(Quarter, first.Round, expected).ToArray());
        kept.Take(Quarter, first.Round, first.Sender, first);
        Assert.Equal(Messages(Kept(letters), first.Round, expected), Messages(kept, first.Round, expected));
    });

    [Fact]
    public void Another_letter_from_the_same_sender_stops_the_run() => Letters.Sample(letters =>
    {
        var kept = Kept(letters);
        var other = letters[0] with { Messages = [.. letters[0].Messages, new PartnershipMessage(letters[0].Round, MessageKind.Withdrawal, 0, "club", 0, 0)] };
        Assert.Throws<DeterminismException>(() => kept.Take(Quarter, other.Round, other.Sender, other));
    });

    private static Deliveries<PartnershipDelivery> Kept(IEnumerable<PartnershipDelivery> arrived)
    {
        var kept = Mail.Deliveries();
        foreach (var letter in arrived) kept.Take(Quarter, letter.Round, letter.Sender, letter);
        return kept;
    }

    private static ImmutableArray<Expected> Expected(PartnershipDelivery[] letters, int round) =>
        Mail.Expect(letters.Where(l => l.Round == round).Select(l => (l.Sender, l.Messages)), _ => true);

    private static PartnershipMessage[] Messages(Deliveries<PartnershipDelivery> kept, int round, ImmutableArray<Expected> expected) =>
        [.. kept.Of(Quarter, round, expected).SelectMany(d => d.Messages)];
}
