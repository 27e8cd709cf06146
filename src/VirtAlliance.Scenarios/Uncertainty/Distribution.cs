using VirtAlliance.Model.Arithmetic;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;

namespace VirtAlliance.Scenarios.Uncertainty;

/// <summary>How an uncertain number is spread.</summary>
internal abstract record Distribution
{
    /// <summary>The value below which a draw lies with probability <paramref name="p"/>, in (0, 1).</summary>
    public abstract double Quantile(double p);

    /// <summary>Reads a distribution; null, with a fault unless the shape check has it, if its parameters make none.</summary>
    public static Distribution? Read(Map map, Action<Place, string> report)
    {
        foreach (var key in new[] { UncertainKeys.Uniform, UncertainKeys.Normal, UncertainKeys.Triangular, UncertainKeys.LogUniform })
        {
            if (map[key.Name] is not Sequence list) continue;
            var p = list.Items.Select(i => EntryReading.Number(i) ?? double.NaN).ToArray();
            if (p.Any(double.IsNaN) || p.Length != (key == UncertainKeys.Triangular ? 3 : 2)) return null;
            if (Make(key, p) is { } distribution) return distribution;
            report(list.Place, $"found {key.Name} with [{string.Join(", ", p.Select(NumberText.Of))}], expected {Rule(key)}");
        }
        return null;
    }

    private static Distribution? Make(Key key, double[] p)
    {
        if (key == UncertainKeys.Uniform) return p[0] <= p[1] ? new UniformDistribution(p[0], p[1]) : null;
        if (key == UncertainKeys.Normal) return p[1] >= 0 ? new NormalDistribution(p[0], p[1]) : null;
        if (key == UncertainKeys.Triangular) return p[0] <= p[1] && p[1] <= p[2] && p[0] < p[2] ? new TriangularDistribution(p[0], p[1], p[2]) : null;
        return p[0] > 0 && p[0] <= p[1] ? new LogUniformDistribution(p[0], p[1]) : null;
    }

    private static string Rule(Key key) => key.Name switch
    {
        "normal" => "a mean and a standard deviation of at least 0",
        "triangular" => "lowest, mode and highest in that order, not all alike",
        "log-uniform" => "lowest and highest in that order, both above 0",
        _ => "lowest and highest in that order",
    };
}

/// <summary>Every value between two alike.</summary>
internal sealed record UniformDistribution(double Low, double High) : Distribution
{
    public override double Quantile(double p) => Low + p * (High - Low);
}

/// <summary>Gauss.</summary>
internal sealed record NormalDistribution(double Mean, double Deviation) : Distribution
{
    public override double Quantile(double p) => Mean + Deviation * NormalQuantile.Of(p);
}

/// <summary>Rises to a mode and falls.</summary>
internal sealed record TriangularDistribution(double Low, double Mode, double High) : Distribution
{
    public override double Quantile(double p) => p * (High - Low) < Mode - Low
        ? Low + Math.Sqrt(p * (High - Low) * (Mode - Low))
        : High - Math.Sqrt((1 - p) * (High - Low) * (High - Mode));
}

/// <summary>Every order of magnitude between two values alike.</summary>
internal sealed record LogUniformDistribution(double Low, double High) : Distribution
{
    public override double Quantile(double p)
    {
        var (from, to) = (ExactMath.Log(Low), ExactMath.Log(High));
        return Math.Clamp(ExactMath.Exp(from + p * (to - from)), Low, High);
    }
}
