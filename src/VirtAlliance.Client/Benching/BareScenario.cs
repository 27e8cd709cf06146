using System.Globalization;
using System.Text;

namespace VirtAlliance.Client.Benching;

/// <summary>The bare model as a scenario: everybody is in the market in every quarter, with one seat, full reach and no franchises.</summary>
/// <param name="Customers">In all; segments differ by one at most.</param>
/// <param name="Alternatives">Products and none; at least 2.</param>
/// <param name="Segments">At least 1, at most one per customer.</param>
/// <param name="Quarters">At least 1.</param>
internal sealed record BareScenario(long Customers, int Alternatives, int Segments, int Quarters)
{
    /// <summary>Its file.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"scenario: bench\nstarts: 2020-Q1\nquarters: {Quarters}\ntechnologies: {{ shut: {{}}, free: {{ openness: 1 }} }}");
        text.AppendLine("vendors:");
        for (var j = 1; j < Alternatives; j++) text.AppendLine(CultureInfo.InvariantCulture, $"  v{j:000}: {{}}");
        text.AppendLine("products:");
        for (var j = 1; j < Alternatives; j++) text.AppendLine(Product(j));
        text.AppendLine(
            """
            segment-defaults:
              contract-quarters: 1
              adoption: { innovation: 1 }
              price-taste: { mean: 0, spread: 0.3 }
              quality-taste: { mean: 1, spread: 0.4 }
              openness-taste: { mean: 0.3, spread: 0.5 }
              switching-cost: { mean: 0.8, spread: 0.3 }
              network-taste: 0.8
            """);
        text.AppendLine("segments:");
        for (var s = 0; s < Segments; s++) text.AppendLine(CultureInfo.InvariantCulture, $"  s{s:0000}: {{ customers: {CustomersOf(s)}, shares: {{ {Shares()} }} }}");
        return text.ToString();
    }

    private string Product(int j) => string.Create(
        CultureInfo.InvariantCulture,
        $"  p{j:000}: {{ vendor: v{j:000}, technology: {(j % 2 == 0 ? "free" : "shut")}, price-usd: {110 + 5 * (j % 7)}, unit-cost-usd: {50 + 5 * (j % 7)}, quality: {1 + j % 5 / 10.0} }}");

    private long CustomersOf(int segment) => Customers * (segment + 1) / Segments - Customers * segment / Segments;

    /// <summary>Equal shares in multiples of 1/4096, so that they add up exactly.</summary>
    private string Shares()
    {
        var each = Math.Floor(4096.0 / Alternatives) / 4096;
        var shares = Enumerable.Range(1, Alternatives - 1).Select(j => string.Create(CultureInfo.InvariantCulture, $"p{j:000}: {each}"));
        return string.Join(", ", shares.Append(string.Create(CultureInfo.InvariantCulture, $"none: {1 - (Alternatives - 1) * each}")));
    }
}
