using System.Collections.Immutable;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Model.Definition;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>A run, as it was planned: the first event of its feed.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Study">Its study's.</param>
/// <param name="Arm">Name of the arm.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="Starts">Calendar quarter of quarter 0.</param>
/// <param name="Quarters">How many it trades.</param>
/// <param name="Vendors">Ids.</param>
/// <param name="Products">In the order of all figures by product.</param>
/// <param name="Alliances">Those of the scenario.</param>
internal sealed record RunView(
    string Run, string Study, string Arm, uint Replicate, string Starts, int Quarters, ImmutableArray<string> Vendors, ImmutableArray<ProductView> Products, ImmutableArray<AllianceTerms> Alliances)
{
    public static RunView Of(RunRow run, MarketDefinition market) => new(
        run.Id, run.Study, run.Arm, run.Replicate, market.Starts.ToString(), run.Quarters, [.. market.Vendors.Select(v => v.Id)],
        [.. market.Products.Select(p => new ProductView(p.Id, market.Vendors[p.Vendor].Id, market.Technologies[p.Technology].Id))],
        [.. market.Alliances.Select(a => new AllianceTerms(a.Id, market.Technologies[a.Technology].Id))]);
}

/// <summary>A product.</summary>
internal sealed record ProductView(string Id, string Vendor, string Technology);

/// <summary>An alliance of the scenario.</summary>
internal sealed record AllianceTerms(string Id, string Technology);

/// <summary>Where a run stands.</summary>
internal sealed record RunStandingView(string Status, string? Error, int QuartersDone, double QuartersPerSecond, long Retries, long Epoch, string Silo, string? Digest)
{
    public static RunStandingView Of(RunSnapshot s) =>
        new(StatusText.Of(s.Status), s.Error, Math.Max(0, s.Quarter + 1), Math.Round(s.QuartersPerSecond, 1), s.Retries, s.Epoch, s.Silo, s.Digest);
}
