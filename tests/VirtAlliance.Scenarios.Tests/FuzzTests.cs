using CsCheck;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests;

public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\t", ":", "{", "}", "[", "]", ",", "- ", "*", "&a", "!x", "\"", "'", "#", "%", "|", ">", "---", "...", "? ", "<<", "~", "null", "true", "none", "note", "all",
        "1", "-1", "0", "1e999", "1e-400", "0x1F", ".nan", "-.inf", "9223372036854775808", "1_0", "_", "2020-Q1", "2020-Q9", "firms", "alpha", "maker", "club", "with", "follow", "never",
        "segments.*.reach", "arms", "shares:", "{}", "[]", "\0", "é", "\uD83D", "\u2028", "\uFEFF",
    ];

    private static readonly Gen<Func<string, string>> Mutation = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], Any(Pieces), Gen.Int[0, 3]).Select((at, length, piece, kind) =>
        (Func<string, string>)(text =>
        {
            var start = (int)(at * text.Length);
            var end = Math.Min(text.Length, start + length);
            return kind switch
            {
                0 => text[..start] + piece + text[start..],
                1 => text[..start] + piece + text[end..],
                2 => text[..end] + text[start..],
                _ => string.Join('\n', Swapped(text.Split('\n'), (int)(at * text.Count('\n')), length)),
            };
        }));

    [Fact]
    public void Mutated_text_is_read_or_refused_but_nothing_else_happens() =>
        Gen.Select(Any(Broken.Sound, ShippedScenarios.Text("first-try")!, ShippedScenarios.Text("duopoly")!), Mutation.Array[1, 4])
            .Sample((text, mutations) => IsReadOrRefused(mutations.Aggregate(text, (t, m) => m(t))), iter: 1_000);

    [Fact]
    public void Junk_is_refused() => Gen.String[Gen.Char, 0, 200].Sample(IsReadOrRefused, iter: 600);

    [Fact]
    public void Any_override_is_taken_or_refused() =>
        Gen.Select(Any("segments", "vendors", "alliances", "events", "products", "arms", "claims", "discount", "*", "x"), Any("*", "firms", "club", "alpha", "0", "with", "x", ""),
                Any("members", "reach", "price", "carry", "channels", "price-taste", "set", "*", "x"), Any(Pieces))
            .Sample((a, b, c, value) => Broken.Errors(Broken.Sound, $"{a}.{b}.{c}={value}").Length >= 0, iter: 600);

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            foreach (var run in StudyPlan.Expand(new StudyRequest { Text = text, Name = "f.yaml", Replicates = 2 }).Runs) RunDefinitionJson.Read(RunDefinitionJson.Write(run.Definition));
            return true;
        }
        catch (ScenarioException e)
        {
            return e.Errors.Length > 0 && e.Errors.All(m => m.StartsWith("f.yaml:", StringComparison.Ordinal));
        }
    }

    private static string[] Swapped(string[] lines, int at, int by)
    {
        var other = Math.Min(lines.Length - 1, at + by);
        (lines[at], lines[other]) = (lines[other], lines[at]);
        return lines;
    }
}
