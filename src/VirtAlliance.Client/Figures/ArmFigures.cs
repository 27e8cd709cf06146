using System.Collections.Immutable;
using VirtAlliance.Client.Reading;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Client.Figures;

/// <summary>What the console shows of an arm.</summary>
internal sealed record ArmFigures(string Arm, SeatShares Shares, VendorProfits Profits)
{
    /// <summary>All arms of a study that have a quarter to show, in the study's order.</summary>
    public static async Task<ImmutableArray<ArmFigures>> Read(IRunStore store, IReadOnlyList<RunRow> runs, CancellationToken cancellation)
    {
        var arms = ImmutableArray.CreateBuilder<ArmFigures>();
        foreach (var arm in runs.Where(r => r.LastQuarter >= 0).GroupBy(r => r.Arm))
        {
            var shares = new List<SeatShares>();
            var profits = new List<VendorProfits>();
            foreach (var run in arm)
            {
                if (await StoredHistory.Read(store, run, cancellation) is not { Quarters.Length: > 0 } history) continue;
                shares.Add(SeatShares.Of(history));
                profits.Add(VendorProfits.Of(history));
            }
            if (shares.Count > 0) arms.Add(new ArmFigures(arm.Key, SeatShares.Mean(shares), VendorProfits.Mean(profits)));
        }
        return arms.ToImmutable();
    }
}
