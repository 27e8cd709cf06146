using System.Collections.Immutable;
using VirtAlliance.Model.Definition;

namespace VirtAlliance.Model.Firms;

/// <summary>Which products are on offer.</summary>
public static class Offering
{
    /// <summary>Per product: it has an owner, and of all its entries and withdrawals so far the latest was an entry.</summary>
    /// <remarks>In one and the same quarter the scenario's events count after the product's own dates, and a withdrawal after an entry.</remarks>
    public static ImmutableArray<bool> At(MarketDefinition market, ImmutableArray<int> owners, int quarter)
    {
        var isIn = new bool[market.Products.Length];
        var since = new int[market.Products.Length];
        for (var product = 0; product < isIn.Length; product++)
        {
            var own = market.Products[product];
            isIn[product] = own.Enters <= quarter && !(own.Withdrawn <= quarter && own.Withdrawn >= own.Enters);
            since[product] = Latest(own, quarter);
        }
        foreach (var happening in market.Events)
        {
            if (happening.At > quarter) continue;
            if (happening is ProductEnters entry) Move(entry.Product, entry.At, true);
            if (happening is ProductWithdraws exit) Move(exit.Product, exit.At, false);
        }
        return [.. isIn.Select((inMarket, product) => inMarket && owners[product] >= 0)];

        void Move(int product, int at, bool enters)
        {
            if (at < since[product]) return;
            (isIn[product], since[product]) = (enters, at);
        }
    }

    private static int Latest(Product product, int quarter) =>
        Math.Max(product.Enters <= quarter ? product.Enters : int.MinValue, product.Withdrawn <= quarter ? product.Withdrawn : int.MinValue);
}
