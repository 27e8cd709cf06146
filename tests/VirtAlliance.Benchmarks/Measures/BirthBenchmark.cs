using BenchmarkDotNet.Attributes;
using VirtAlliance.Benchmarks.Markets;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>A customer's birth, on one core.</summary>
[InProcess]
public class BirthBenchmark
{
    private const int Customers = 65_536;

    private readonly BenchMarket _bare = BenchMarkets.Bare(Customers, 6);
    private readonly BenchMarket _whole = BenchMarkets.Whole(Customers, 6);

    [Benchmark(OperationsPerInvoke = Customers)]
    public void Bare() => _bare.Customers().Dispose();

    [Benchmark(OperationsPerInvoke = Customers)]
    public void Whole() => _whole.Customers().Dispose();
}
