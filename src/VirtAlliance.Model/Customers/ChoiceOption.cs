namespace VirtAlliance.Model.Customers;

/// <summary>What one alternative of a choice is worth to a customer, all in units of log₂ odds: utils times log₂ e.</summary>
internal struct ChoiceOption
{
    /// <summary>The same to everybody.</summary>
    public float Base;

    /// <summary>Per unit of a customer's relative price sensitivity exp(σ_a z₁).</summary>
    public float Price;

    /// <summary>Per step of z₂.</summary>
    public float Quality;

    /// <summary>Per step of z₃.</summary>
    public float Openness;

    /// <summary>To those who run it, on top of their switching cost: reach does not hold them back.</summary>
    public float Stay;

    /// <summary>Share of the switching cost saved by those who run another product of its technology.</summary>
    public float Saved;

    /// <summary>Its technology.</summary>
    public int Technology;

    /// <summary>How many franchises make it worth more to their holders.</summary>
    public int CrossSells;

    /// <summary>The product's number.</summary>
    public int Code;

    /// <summary>The next alternative's number less this one's.</summary>
    public int Step;
}

/// <summary>A franchise that makes an alternative worth more to its holders.</summary>
/// <param name="Holders">The franchise's bit.</param>
/// <param name="Utility">χ · log₂ e.</param>
internal readonly record struct CrossSellTerm(int Holders, float Utility);
