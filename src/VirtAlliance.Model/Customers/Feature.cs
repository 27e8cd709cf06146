namespace VirtAlliance.Model.Customers;

/// <summary>Something that a market may do without: the kernel is compiled apart for either, so that it costs nothing where it is not used.</summary>
internal interface IFeature
{
    static abstract bool Used { get; }
}

/// <summary>It is used.</summary>
internal readonly struct With : IFeature
{
    public static bool Used => true;
}

/// <summary>It is not.</summary>
internal readonly struct Without : IFeature
{
    public static bool Used => false;
}

/// <summary>What a segment's choice in a quarter makes use of.</summary>
internal interface IChoiceFeatures
{
    /// <summary>Customers differ in their sensitivity to prices.</summary>
    static abstract bool Sensitivity { get; }

    /// <summary>They differ in their taste for openness, and products in theirs.</summary>
    static abstract bool Openness { get; }

    /// <summary>Worths are so small that odds can neither overflow nor vanish, and the best need not be subtracted.</summary>
    static abstract bool Bounded { get; }

    /// <summary>Some product's reach is not full.</summary>
    static abstract bool Reach { get; }

    /// <summary>Some franchise makes a product worth more to its holders.</summary>
    static abstract bool CrossSells { get; }

    /// <summary>Some product saves part of the switching cost within its technology.</summary>
    static abstract bool Portability { get; }
}

/// <summary>Features one by one.</summary>
internal readonly struct Features<TSensitivity, TOpenness, TBounded, TReach, TCrossSells, TPortability> : IChoiceFeatures
    where TSensitivity : struct, IFeature
    where TOpenness : struct, IFeature
    where TBounded : struct, IFeature
    where TReach : struct, IFeature
    where TCrossSells : struct, IFeature
    where TPortability : struct, IFeature
{
    public static bool Sensitivity => TSensitivity.Used;

    public static bool Openness => TOpenness.Used;

    public static bool Bounded => TBounded.Used;

    public static bool Reach => TReach.Used;

    public static bool CrossSells => TCrossSells.Used;

    public static bool Portability => TPortability.Used;
}
