using System.Collections.Immutable;
using VirtAlliance.Model.Foresight;

namespace VirtAlliance.Model.Partnership.Rules;

/// <summary><c>best-reply</c>: the vendor makes the move that it forecasts to pay best, if that gains enough over staying.</summary>
internal sealed class BestReplyPartnership : IPartnershipRule
{
    public bool NeedsSurvey => true;

    /// <summary>Of equally good moves the first in the order of <see cref="PartnershipMoves"/>.</summary>
    public ImmutableArray<PartnershipMessage> Decide(PartnershipQuestion asked)
    {
        var moves = PartnershipMoves.Of(asked).ToArray();
        if (moves.Length == 0) return [];
        var forecast = new Forecast(asked.Market, asked.Opening, asked.Opened, asked.Quarter);
        var horizon = asked.Terms.HorizonQuarters;
        var staying = forecast.ProfitCents(asked.Vendor, horizon, []);
        ImmutableArray<PartnershipMessage> best = [];
        var gain = asked.Terms.Threshold * asked.RecentTakingsCents;
        foreach (var move in moves)
        {
            var gained = forecast.ProfitCents(asked.Vendor, horizon, move) - staying;
            if (gained > gain) (best, gain) = (move, gained);
        }
        return best;
    }
}
