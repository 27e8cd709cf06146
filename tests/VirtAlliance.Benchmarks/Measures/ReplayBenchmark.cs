using BenchmarkDotNet.Attributes;
using VirtAlliance.Benchmarks.Markets;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>A customer of a market with yearly contracts is born and lives through a year again, on one core.</summary>
[InProcess]
public class ReplayBenchmark
{
    private const int Customers = 65_536, Quarters = 4;

    private readonly BenchMarket _market = BenchMarkets.Mixed(Customers, 6);

    [Benchmark(OperationsPerInvoke = Customers)]
    public void Year()
    {
        using var customers = _market.Customers();
        for (var quarter = 0; quarter < Quarters; quarter++) customers.Choose();
    }
}
