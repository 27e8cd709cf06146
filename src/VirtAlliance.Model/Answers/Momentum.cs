namespace VirtAlliance.Model.Answers;

/// <summary>How vendors come on.</summary>
public static class Momentum
{
    private const int Year = 4;

    /// <summary>Bookings of the vendor in the quarter [USD]; in one segment if it is not −1.</summary>
    public static double BookingsUsd(RunHistory history, int vendor, int quarter, int segment = -1)
    {
        if (segment < 0) return history.Quarters[quarter].Books[vendor].BookingsCents / 100.0;
        var (market, record) = (history.Market.Definition, history.Quarters[quarter]);
        var trades = Trade.InSegment(market, record, segment);
        return market.Products.Select((_, j) => record.Conditions.Products[j].Owner == vendor ? trades[j].BookingsCents : 0).Sum() / 100.0;
    }

    /// <summary>Second difference of the vendor's bookings in the years that end with <paramref name="quarter"/>, one and two years before [USD]; NaN if the run is too young.</summary>
    public static double AccelerationUsd(RunHistory history, int vendor, int quarter)
    {
        if (quarter < 3 * Year - 1) return double.NaN;
        double YearTo(int last) => Enumerable.Range(last - Year + 1, Year).Sum(t => BookingsUsd(history, vendor, t));
        return YearTo(quarter) - 2 * YearTo(quarter - Year) + YearTo(quarter - 2 * Year);
    }

    /// <summary>First quarter from <paramref name="from"/> to <paramref name="to"/> at whose end the vendor has more seats in use than any other; infinite if none.</summary>
    public static double LeadsFrom(RunHistory history, int vendor, int from, int to, int segment = -1)
    {
        var market = history.Market.Definition;
        for (var t = from; t <= to; t++)
        {
            var shares = MarketShares.OfGroups(
                Trade.ByProduct(market, history.Quarters[t], segment), ShareBasis.Seats, MarketShares.Owners(market, history.Quarters[t]), market.Vendors.Length);
            if (shares.Where((share, v) => v != vendor && share >= shares[vendor]).Any()) continue;
            if (shares[vendor] > 0) return t;
        }
        return double.PositiveInfinity;
    }
}
