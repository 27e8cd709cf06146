using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Rules;

/// <summary>When products are on offer.</summary>
internal static class ProductRules
{
    public static void Check(Map root, Checking checking)
    {
        foreach (var product in root.Named(ScenarioKeys.Products))
        {
            var entry = product.Value as Map;
            if (entry.Quarter(ProductKeys.Withdrawn) is not { } withdrawn || (entry.Quarter(ProductKeys.Enters) ?? checking.Starts) is not { } enters) continue;
            if (withdrawn.CompareTo(enters) <= 0) checking.Add(entry![ProductKeys.Withdrawn.Name]!, $"a quarter after {enters}, when it enters");
        }
    }

    /// <summary>True if the product is offered in the scenario's first quarter.</summary>
    public static bool AtStart(Map? product, Checking checking) =>
        product.TextOrNull(ProductKeys.Enters) != "never" && (product.Quarter(ProductKeys.Enters) is not { } enters || enters == checking.Starts)
        && (product.Quarter(ProductKeys.Withdrawn) is not { } withdrawn || withdrawn != checking.Starts);
}
