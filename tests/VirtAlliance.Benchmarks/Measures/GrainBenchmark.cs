using BenchmarkDotNet.Attributes;
using VirtAlliance.Client.Benching;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>A call to a grain, and a quarter through the grains: opening and end of its run spread over forty.</summary>
[InProcess, MemoryDiagnoser]
public class GrainBenchmark
{
    private const int Quarters = 40;

    private readonly StudyRequest _small = new() { Name = "bench", Text = new BareScenario(10_000, 7, 8, Quarters).Text() };
    private BenchNodes? _nodes;
    private string _study = "";

    [GlobalSetup]
    public async Task Prepare()
    {
        _nodes = await BenchNodes.Start(0, CancellationToken.None);
        _study = (await _nodes.Run(_small, CancellationToken.None))[0].Study;
    }

    [Benchmark]
    public Task Call() => _nodes!.Study(_study).Status();

    [Benchmark(OperationsPerInvoke = Quarters)]
    public Task Quarter() => _nodes!.Run(_small, CancellationToken.None);

    [GlobalCleanup]
    public async Task Forget() => await _nodes!.DisposeAsync();
}
