using System.Collections.Immutable;
using System.Globalization;

namespace VirtAlliance.Tests.Shared;

/// <summary>Markets with answers known in closed form or to 25 digits, as scenarios: they hold for any way of running them.</summary>
/// <remarks>A model price of 1 is 100 USD here, so that a cent is a ten-thousandth of it; price tastes are ln utils per 100 USD.</remarks>
public static class KnownAnswers
{
    /// <summary>Customers of a market with random shares.</summary>
    public const int Customers = 200_000;

    private const int Quarters = 40;

    /// <summary>All of them.</summary>
    public static ImmutableArray<KnownAnswer> All { get; } =
    [
        LogitShares(), .. Monopolies(), .. SymmetricBertrand(), .. FourProducts(), .. DiffusionAnswers.All, .. LoyaltyAnswers.All, .. NetworkAnswers.All,
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => new(All.Select(a => a.Name));

    /// <summary>The one called <paramref name="name"/>.</summary>
    public static KnownAnswer Named(string name) => All.Single(a => a.Name == name);

    private static KnownAnswer LogitShares()
    {
        double[] shares = [0.473990846254078, 0.287489980676235, 0.0641476854293574, 0.174371487640329];
        var yaml = Scenario("logit-shares", 2, 0, [new("p1", "a", 1, 0, 0), new("p2", "b", 0.5, 0, 0), new("p3", "c", -1, 0, 0)], "list");
        return new("shares of a plain logit", yaml, [.. shares.Select((s, j) => CustomerShare.Sampled(1, j, s, Customers))]);
    }

    private static IEnumerable<KnownAnswer> Monopolies()
    {
        yield return Monopoly(1, 1, 0, 1.56714329040978, 0.361896256634889);
        yield return Monopoly(3, 2, 0.5, 1.5, 0.5);
        yield return Monopoly(0, 1, 0, 1.27846454276107, 0.2178117057198);
        yield return Monopoly(10, 1, 2, 8.32717830137109, 0.841951664333009);
    }

    private static KnownAnswer Monopoly(double a, double b, double c, double price, double share) =>
        Bertrand(Text($"monopoly a={a} b={b} c={c}"), b, [new("p1", "a", a, c, 2)], [price], [share, 1 - share]);

    private static IEnumerable<KnownAnswer> SymmetricBertrand()
    {
        yield return Symmetric(2, 1.40105813754155, 0.286253744077522, 0.427492511844957);
        yield return Symmetric(3, 1.2986789368322, 0.229986741419517, 0.310039775741449);
        yield return Symmetric(5, 1.19188230694005, 0.160990985286686, 0.195045073566569);
    }

    private static KnownAnswer Symmetric(int n, double price, double share, double none) => Bertrand(
        Text($"symmetric Bertrand n={n}"), 1, [.. Enumerable.Range(1, n).Select(i => new Good(Text($"p{i}"), Text($"v{i}"), 1, 0, 1 + 0.1 * i))],
        [.. Enumerable.Repeat(price, n)], [.. Enumerable.Repeat(share, n), none]);

    private static IEnumerable<KnownAnswer> FourProducts()
    {
        yield return FourProducts("A|B|C|D", "abcd", [2.00802975441928, 1.64796265029909, 1.41649880515895, 1.27335836442336],
            [0.338643860715473, 0.213801850315547, 0.183505643297442, 0.137958936845849, 0.126089708825689]);
        yield return FourProducts("A|BC|D", "abbd", [2.04507643495403, 1.81407637746689, 1.61407637746689, 1.28690747417816],
            [0.362088126409633, 0.188366156868392, 0.154221165467264, 0.152801709803399, 0.142522841451311]);
    }

    private static KnownAnswer FourProducts(string owners, string vendors, double[] prices, double[] shares)
    {
        double[] a = [4, 3, 2.5, 2], c = [1, 0.8, 0.6, 0.5];
        return Bertrand("four products, owners " + owners, 1.5, [.. a.Select((x, i) => new Good(Text($"p{i + 1}"), vendors[i..(i + 1)], x, c[i], c[i] + 1))], prices, shares);
    }

    private static KnownAnswer Bertrand(string name, double b, Good[] goods, double[] prices, double[] shares) => new(
        name, Scenario(name, Quarters, Math.Log(b), goods, "bertrand, conduct: 1, adjust: 0.7, max-step: 0.5"),
        [.. prices.Select((p, j) => new PostedPrice(Quarters - 1, j, p * 10_000, 1)), .. shares.Select((s, j) => CustomerShare.Sampled(Quarters - 1, j, s, Customers))]);

    private static string Scenario(string name, int quarters, double priceTaste, Good[] goods, string rule)
    {
        var vendors = string.Join('\n', goods.Select(g => g.Vendor).Distinct().Select(v => $"  {v}: {{ price: {{ rule: {rule} }} }}"));
        var products = string.Join('\n', goods.Select(g => Text($"  {g.Id}: {{ vendor: {g.Vendor}, technology: any, price-usd: {100 * g.Price}, unit-cost-usd: {100 * g.Cost} }}")));
        var likings = string.Join(", ", goods.Select(g => Text($"{g.Id}: {g.Liking}")));
        return Text($$"""
            scenario: known-answer
            title: '{{name}}'
            starts: 2000-Q1
            quarters: {{quarters}}
            technologies: { any: {} }
            vendors:
            {{vendors}}
            products:
            {{products}}
            segments:
              everybody:
                customers: {{Customers}}
                contract-quarters: 1
                adoption: { innovation: 1, imitation: 0 }
                switching-cost: 0
                price-taste: {{priceTaste}}
                liking: { {{likings}} }
            """);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Good(string Id, string Vendor, double Liking, double Cost, double Price);
}
