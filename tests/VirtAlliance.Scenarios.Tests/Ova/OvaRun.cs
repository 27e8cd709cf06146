using System.Collections.Immutable;
using VirtAlliance.Model;
using VirtAlliance.Model.Definition;
using VirtAlliance.Model.Running;
using VirtAlliance.Scenarios.Shipped;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Scenarios.Tests.Ova;

/// <summary>One run of ova-2011 in one thread, with figures in the scenario's own names.</summary>
public sealed class OvaRun
{
    private OvaRun(PlannedRun planned)
    {
        using var run = new MarketRun(planned.Definition);
        Definition = planned.Definition;
        Opening = run.Opening;
        Quarters = [.. run.ToTheEnd()];
    }

    public RunDefinition Definition { get; }

    public OpeningRecord Opening { get; }

    public ImmutableArray<QuarterRecord> Quarters { get; }

    public MarketDefinition Market => Definition.InForce;

    /// <summary>An arm as it is, or with numbers overridden.</summary>
    public static OvaRun Of(string arm, params string[] sets)
    {
        var plan = StudyPlan.Expand(new StudyRequest { Name = "ova-2011", Text = ShippedScenarios.Text("ova-2011")!, Arms = [arm], Sets = [.. sets] });
        return new OvaRun(plan.Runs.Single(r => r.Arm == arm));
    }

    /// <summary>The number of a calendar quarter.</summary>
    public int At(string quarter) => Quarter.TryParse(quarter, out var q) ? q.Since(Market.Starts) : throw new ArgumentException(quarter);

    /// <summary>Real seats that run each product, and none at the end.</summary>
    public long[] Seats(int quarter) => [.. Enumerable.Range(0, Market.Products.Length + 1)
        .Select(j => Market.Segments.Select((s, i) => s.StandsFor * Quarters[quarter].Closed.Segments[i].Seats[j]).Sum())];

    /// <summary>A vendor's share of the seats that run a product.</summary>
    public double Share(string vendor, int quarter)
    {
        var seats = Seats(quarter);
        return (double)Market.Products.Select((p, j) => Market.Vendors[p.Vendor].Id == vendor ? seats[j] : 0).Sum() / seats[..^1].Sum();
    }

    /// <summary>Share of customers with a product.</summary>
    public double Virtualized(int quarter)
    {
        var customers = Quarters[quarter].Closed.Segments.SelectMany(s => s.Customers[..^1]).Sum();
        return (double)customers / Quarters[quarter].Closed.Segments.SelectMany(s => s.Customers).Sum();
    }

    /// <summary>A vendor's bookings from one quarter to another [million USD].</summary>
    public double BookingsMillion(string vendor, int from, int to) =>
        Enumerable.Range(from, to - from + 1).Sum(t => Quarters[t].Books[Vendor(vendor)].BookingsCents) / 1e8;

    /// <summary>Posted price [cents].</summary>
    public long Price(int product, int quarter) => Quarters[quarter].Conditions.Products[product].PriceCents;

    private int Vendor(string id) => Market.Vendors.Select((v, i) => (v.Id, i)).Single(v => v.Id == id).i;
}

/// <summary>The runs that several tests look at.</summary>
public sealed class OvaRuns
{
    /// <summary>History as it was: with the alliance.</summary>
    public OvaRun With { get; } = OvaRun.Of("with");

    /// <summary>The counterfactual.</summary>
    public OvaRun Without { get; } = OvaRun.Of("without");

    /// <summary>Neither alliance nor events, nor anything that enters later.</summary>
    public OvaRun Quiet { get; } = OvaRun.Of("without", "events=[]");
}
