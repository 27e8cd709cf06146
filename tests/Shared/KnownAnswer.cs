using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Model.Running;

namespace VirtAlliance.Tests.Shared;

/// <summary>A market whose outcome theory gives: a scenario, and what must be seen in its records.</summary>
/// <param name="Name">What it is, for the test's name.</param>
/// <param name="Yaml">The scenario; one segment, one arm.</param>
/// <param name="Sightings">What must be seen.</param>
public sealed record KnownAnswer(string Name, string Yaml, ImmutableArray<Sighting> Sightings)
{
    /// <summary>All that differs from theory, a line each; empty if nothing does.</summary>
    public ImmutableArray<string> Differences(IReadOnlyList<QuarterRecord> quarters) =>
        [.. Sightings.Select(s => s.Difference(quarters)).OfType<string>()];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A figure that theory gives for one product in one quarter.</summary>
/// <param name="Quarter">Number of the quarter.</param>
/// <param name="Product">Index of the product; that of none for those without any.</param>
/// <param name="Value">What theory gives.</param>
/// <param name="Tolerance">How far the run may be off.</param>
public abstract record Sighting(int Quarter, int Product, double Value, double Tolerance)
{
    /// <summary>What was seen.</summary>
    protected abstract double Seen(QuarterRecord record);

    /// <summary>The difference in words; null if it is within tolerance.</summary>
    public string? Difference(IReadOnlyList<QuarterRecord> quarters)
    {
        var seen = Seen(quarters[Quarter]);
        return Math.Abs(seen - Value) <= Tolerance
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{GetType().Name} of product {Product} in quarter {Quarter}: {seen}, theory {Value} ± {Tolerance}");
    }
}

/// <summary>A posted price [cents].</summary>
public sealed record PostedPrice(int Quarter, int Product, double Value, double Tolerance) : Sighting(Quarter, Product, Value, Tolerance)
{
    /// <inheritdoc/>
    protected override double Seen(QuarterRecord record) => record.Conditions.Products[Product].PriceCents;
}

/// <summary>A share of customers, <c>none</c> in the whole.</summary>
public sealed record CustomerShare(int Quarter, int Product, double Value, double Tolerance) : Sighting(Quarter, Product, Value, Tolerance)
{
    /// <summary>With a tolerance of four standard errors of a sample of <paramref name="customers"/>, times <paramref name="amplified"/> where a share feeds back on itself.</summary>
    public static CustomerShare Sampled(int quarter, int product, double value, int customers, double amplified = 1) =>
        new(quarter, product, value, 4 * amplified * Math.Sqrt(value * (1 - value) / customers));

    /// <inheritdoc/>
    protected override double Seen(QuarterRecord record)
    {
        var customers = record.Closed.Segments[0].Customers;
        return (double)customers[Product] / customers.Sum();
    }
}
