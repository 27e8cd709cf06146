using VirtAlliance.Model.Answers;

namespace VirtAlliance.Results.Tables;

/// <summary>How each product's demand answers to each product's price, a row per pair and quarter.</summary>
internal static class ElasticitiesTable
{
    public static ResultTable Table { get; } = ResultTable.ByQuarter("elasticities", 2, "product, with_respect_to, elasticity, diversion", Rows);

    private static IEnumerable<object?[]> Rows(StoredRun run, int quarter)
    {
        var (products, record) = (run.Market.Products, run.History.Quarters[quarter]);
        for (var j = 0; j < products.Length; j++)
            for (var l = 0; l < products.Length; l++)
                yield return run.Line(quarter, products[j].Id, products[l].Id, Substitution.Elasticity(record, j, l), Substitution.Diversion(record, j, l));
    }
}
