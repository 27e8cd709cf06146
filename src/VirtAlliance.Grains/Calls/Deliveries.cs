using System.Collections.Immutable;
using VirtAlliance.Contracts.Runs;

namespace VirtAlliance.Grains.Calls;

/// <summary>What a grain was sent, as a set keyed by quarter, round and sender: neither order nor repetition shows.</summary>
/// <param name="what">Name of a delivery, for errors.</param>
/// <param name="same">Whether two deliveries have equal content.</param>
/// <param name="size">Count and total of a delivery, as senders report them.</param>
internal sealed class Deliveries<T>(string what, Func<T, T, bool> same, Func<T, (int Count, long Total)> size)
{
    private readonly Dictionary<(int Quarter, int Round, string Sender), T> _kept = [];

    /// <summary>Keeps a delivery; ignores a repeat.</summary>
    /// <exception cref="DeterminismException">The sender delivered something else before.</exception>
    public void Take(int quarter, int round, string sender, T delivery)
    {
        if (_kept.TryAdd((quarter, round, sender), delivery)) return;
        var kept = _kept[(quarter, round, sender)];
        if (!same(kept, delivery)) throw Differs(quarter, sender, size(kept), size(delivery));
    }

    /// <summary>Senders whose delivery has not come.</summary>
    /// <exception cref="DeterminismException">A sender delivered something else than it reported.</exception>
    public ImmutableArray<string> Lacking(int quarter, int round, ImmutableArray<Expected> expected)
    {
        ImmutableArray<string> lacking = [];
        foreach (var from in expected)
        {
            if (!_kept.TryGetValue((quarter, round, from.Sender), out var kept)) lacking = lacking.Add(from.Sender);
            else if (size(kept) != (from.Count, from.Total)) throw Differs(quarter, from.Sender, size(kept), (from.Count, from.Total));
        }
        return lacking;
    }

    /// <summary>The deliveries of the senders expected, in their order; none may be lacking.</summary>
    public IEnumerable<T> Of(int quarter, int round, ImmutableArray<Expected> expected)
    {
        foreach (var from in expected) yield return _kept[(quarter, round, from.Sender)];
    }

    /// <summary>Forgets quarters that are over.</summary>
    public void ForgetBefore(int quarter)
    {
        foreach (var key in _kept.Keys)
            if (key.Quarter < quarter) _kept.Remove(key);   // removing while enumerating is allowed
    }

    private DeterminismException Differs(int quarter, string sender, (int, long) kept, (int, long) offered) =>
        new($"{what} from '{sender}'", quarter, $"count and total {kept}", $"{offered}");
}
