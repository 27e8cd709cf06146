using VirtAlliance.Model.Demand;

namespace VirtAlliance.Model.Answers;

/// <summary>Whether holders of a franchise are likelier to run a product.</summary>
public static class CrossSelling
{
    /// <summary>P(product | franchise) / P(product) over customers at the end of the quarter, each times stands-for; NaN where nobody holds the one or runs the other.</summary>
    /// <remarks>Records do not tell who holds what, so the panels are born again and live through the recorded conditions.</remarks>
    /// <param name="history">Of the run.</param>
    /// <param name="product">Index of the product.</param>
    /// <param name="franchise">Index of the franchise.</param>
    /// <param name="quarter">Number of the quarter.</param>
    /// <param name="segment">Index of the only segment counted; −1: all.</param>
    public static double Lift(RunHistory history, int product, int franchise, int quarter, int segment = -1)
    {
        double all = 0, running = 0, holding = 0, both = 0;
        for (var s = 0; s < history.Market.Definition.Segments.Length; s++)
        {
            if (segment >= 0 && s != segment) continue;
            using var panel = SegmentPanel.Birth(history.Market, s, history.Opening.Likings[history.Market.OpeningSegments[s]]);
            for (var t = 0; t <= quarter; t++) panel.Live(history.Quarters[t].Conditions);
            var customers = history.Quarters[quarter].Conditions.Segments[s].Customers;
            var members = PanelLayout.Of(history.Market.Definition.Segments[s]).Members(customers);
            var weight = (double)customers / members * history.Market.Definition.Segments[s].StandsFor;
            for (var i = 0; i < members; i++)
            {
                var (runs, holds) = (panel.ProductOf(i) == product, (panel.FranchisesOf(i) >> franchise & 1) == 1);
                all += weight;
                if (runs) running += weight;
                if (holds) holding += weight;
                if (runs && holds) both += weight;
            }
        }
        return holding == 0 || running == 0 ? double.NaN : both / holding / (running / all);
    }
}
