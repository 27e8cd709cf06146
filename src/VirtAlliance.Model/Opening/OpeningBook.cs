using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Opening;

/// <summary>The opening book: stated prices, qualities and reach, network and adoption from stated shares, no alliance.</summary>
public static class OpeningBook
{
    /// <summary>Its conditions, for quarter −1; <paramref name="opening"/> is a run's <see cref="Market.Opening"/>.</summary>
    public static MarketConditions Of(Market opening) => throw new NotImplementedException();
}
