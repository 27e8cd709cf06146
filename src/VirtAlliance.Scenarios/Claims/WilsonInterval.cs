namespace VirtAlliance.Scenarios.Claims;

/// <summary>A confidence interval of a probability from successes in independent trials (Wilson 1927).</summary>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>97.5 % quantile of the standard normal.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The 95 % interval.</summary>
    public static WilsonInterval Of(int successes, int trials)
    {
        double n = trials, p = successes / n;
        var centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new WilsonInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
