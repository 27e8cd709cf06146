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
