using VirtAlliance.Model.Answers;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>Figures of one arm.</summary>
internal static class ArmFigure
{
    /// <summary>null: not known yet; NaN: no value.</summary>
    public static double? Of(FigureMeasure figure, RunHistory arm)
    {
        var (market, traded) = (arm.Market.Definition, arm.Quarters.Length);
        var segment = figure.Segment is null ? -1 : market.IndexOfSegment(figure.Segment);
        if (figure.Segment is not null && segment < 0) return double.NaN;
        return figure.Kind switch
        {
            MeasureKind.Share => Span.OfLevel(figure, traded) is { } span ? Share(figure, arm, span, segment) : null,
            MeasureKind.Price => Span.OfLevel(figure, traded) is { } span ? Price(market.IndexOfProduct(figure.Subject.Id), arm, span, segment) : null,
            MeasureKind.Bookings => Span.OfFlow(figure, traded) is { } span ? OfVendor(figure, market, v => span.Quarters.Sum(t => Momentum.BookingsUsd(arm, v, t, segment))) : null,
            MeasureKind.Revenue => Span.OfFlow(figure, traded) is { } span ? OfVendor(figure, market, v => span.Quarters.Sum(t => arm.Quarters[t].Books[v].RevenueCents) / 100.0) : null,
            MeasureKind.Profit => Span.OfFlow(figure, traded) is { } span ? OfVendor(figure, market, v => span.Quarters.Sum(t => arm.Quarters[t].Books[v].ProfitCents) / 100.0) : null,
            MeasureKind.Acceleration => Span.OfStock(figure, traded) is { } at ? OfVendor(figure, market, v => Momentum.AccelerationUsd(arm, v, at)) : null,
            MeasureKind.Leads => Span.OfFlow(figure, traded) is { } span ? OfVendor(figure, market, v => Momentum.LeadsFrom(arm, v, span.From, span.To, segment)) : null,
            MeasureKind.Members => Span.OfStock(figure, traded) is { } at ? AllianceAims.Members(arm, figure.Subject.Id, at) : null,
            MeasureKind.Survives => Span.OfStock(figure, traded) is { } at ? AllianceAims.Members(arm, figure.Subject.Id, at) > 0 ? 1 : 0 : null,
            MeasureKind.AimReached => AimReached(figure, arm),
            MeasureKind.CrossSellLift => Span.OfStock(figure, traded) is { } at ? Lift(figure, arm, at, segment) : null,
            MeasureKind.Hhi => Span.OfLevel(figure, traded) is { } span ? span.Quarters.Average(t => Hhi(figure, arm, t, segment)) : null,
            _ => throw new ArgumentException($"{figure.Kind} compares two arms", nameof(figure)),
        };
    }

    private static double OfVendor(FigureMeasure figure, MarketDefinition market, Func<int, double> what) =>
        market.IndexOfVendor(figure.Subject.Id) is >= 0 and var vendor ? what(vendor) : double.NaN;

    private static double Share(FigureMeasure figure, RunHistory arm, Span span, int segment)
    {
        var (market, basis, ofNone) = (arm.Market.Definition, Basis(figure.Of), figure.Subject.Kind == SubjectKind.None);
        Int128 own = 0, all = 0;
        foreach (var record in span.Quarters.Select(t => arm.Quarters[t]))
        {
            var trades = Trade.ByProduct(market, record, segment);
            var owners = MarketShares.Owners(market, record);
            for (var j = 0; j < trades.Length; j++)
            {
                var isNone = j == market.Products.Length;
                if (!isNone || figure.Among == ShareAmong.Market || ofNone) all += MarketShares.Amount(trades[j], basis);
                if (isNone ? ofNone : Belongs(figure.Subject, market.Products[j], market, owners[j])) own += MarketShares.Amount(trades[j], basis);
            }
        }
        return all == 0 ? double.NaN : (double)own / (double)all;
    }

    private static bool Belongs(Subject subject, Product product, MarketDefinition market, int owner) => subject.Id == subject.Kind switch
    {
        SubjectKind.Vendor => market.Vendors[owner].Id,
        SubjectKind.Technology => market.Technologies[product.Technology].Id,
        SubjectKind.Product => product.Id,
        _ => null,
    };

    private static ShareBasis Basis(ShareOf of) => of switch
    {
        ShareOf.Orders => ShareBasis.Orders,
        ShareOf.Bookings => ShareBasis.Bookings,
        _ => ShareBasis.Seats,
    };

    private static double Price(int product, RunHistory arm, Span span, int segment) => product < 0 ? double.NaN : span.Quarters.Average(t =>
        (segment < 0 ? arm.Quarters[t].Conditions.Products[product].PriceCents : arm.Quarters[t].Conditions.Segments[segment].PriceCents[product]) / 100.0);

    /// <summary>Known as soon as it is reached, or the quarter it was to be reached by is over.</summary>
    private static double? AimReached(FigureMeasure figure, RunHistory arm)
    {
        var aim = arm.Market.Definition.Alliances.FirstOrDefault(a => a.Id == figure.Subject.Id)?.Aim;
        if (aim is null) return double.NaN;
        var by = Math.Min(aim.By, figure.At ?? figure.To ?? aim.By);
        if (AllianceAims.ReachedIn(arm, figure.Subject.Id) is { } quarter && quarter <= by) return 1;
        return by < arm.Quarters.Length ? 0 : null;
    }

    private static double Lift(FigureMeasure figure, RunHistory arm, int quarter, int segment)
    {
        var market = arm.Market.Definition;
        var product = market.IndexOfProduct(figure.Subject.Id);
        var franchise = Enumerable.Range(0, market.Franchises.Length).Where(f => market.Vendors[market.Franchises[f].Vendor].Id == figure.FranchiseVendor).DefaultIfEmpty(-1).First();
        return product < 0 || franchise < 0 ? double.NaN : CrossSelling.Lift(arm, product, franchise, quarter, segment);
    }

    private static double Hhi(FigureMeasure figure, RunHistory arm, int quarter, int segment)
    {
        var (market, record) = (arm.Market.Definition, arm.Quarters[quarter]);
        var trades = Trade.ByProduct(market, record, segment);
        return figure.Subject.Kind == SubjectKind.ByVendor ? MarketShares.HerfindahlByVendor(market, record, trades) : MarketShares.HerfindahlByTechnology(market, trades);
    }
}
