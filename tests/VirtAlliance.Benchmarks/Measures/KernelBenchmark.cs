using BenchmarkDotNet.Attributes;
using VirtAlliance.Benchmarks.Markets;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>A decision of one customer, on one core.</summary>
[InProcess]
public class KernelBenchmark
{
    private const int Customers = 1_048_576;

    private BenchCustomers? _bare;
    private BenchCustomers? _whole;

    /// <summary>Products and none.</summary>
    [Params(6, 20)]
    public int Alternatives { get; set; }

    [GlobalSetup]
    public void Prepare() => (_bare, _whole) = (BenchMarkets.Bare(Customers, Alternatives).Customers(), BenchMarkets.Whole(Customers, Alternatives).Customers());

    [Benchmark(OperationsPerInvoke = Customers)]
    public void Bare() => _bare!.Choose();

    [Benchmark(OperationsPerInvoke = Customers)]
    public void Whole() => _whole!.Choose();

    [GlobalCleanup]
    public void Forget()
    {
        _bare?.Dispose();
        _whole?.Dispose();
    }
}
