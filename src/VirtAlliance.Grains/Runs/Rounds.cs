using System.Collections.Immutable;
using VirtAlliance.Grains.Calls;

namespace VirtAlliance.Grains.Runs;

/// <summary>Asks receivers to act; those that lack deliveries say which, the senders deliver again, and they are asked once more.</summary>
internal sealed class Rounds<TAnswer, TResult>(Caller caller, Func<TAnswer, (ImmutableArray<string> Lacking, TResult? Result)> read)
    where TResult : class
{
    private const int AtMost = 20;

    /// <summary>The results, in the receivers' order.</summary>
    /// <param name="receivers">Whom to ask.</param>
    /// <param name="ask">How; may be repeated.</param>
    /// <param name="resend">Has a sender deliver again.</param>
    public async Task<ImmutableArray<TResult>> Ask<TReceiver>(IReadOnlyList<TReceiver> receivers, Func<TReceiver, Task<TAnswer>> ask, Func<string, Task> resend)
    {
        var results = new TResult?[receivers.Count];
        int[] open = [.. Enumerable.Range(0, receivers.Count)];
        for (var round = 0; open.Length > 0; round++)
        {
            if (round == AtMost) throw new TimeoutException($"{open.Length} grains still lack deliveries after {AtMost} rounds");
            var answers = await caller.All(open, (i, _) => ask(receivers[i]));
            var lacking = new SortedSet<string>(StringComparer.Ordinal);
            for (var k = 0; k < open.Length; k++)
            {
                var (lacks, result) = read(answers[k]);
                lacking.UnionWith(lacks);
                results[open[k]] = result;
            }
            if (lacking.Count > 0) await caller.All([.. lacking], (sender, _) => resend(sender));
            open = [.. open.Where(i => results[i] is null)];
        }
        return [.. results.Select(r => r!)];
    }
}
