using BenchmarkDotNet.Attributes;
using VirtAlliance.Client.Benching;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Grains.Studies;
using VirtAlliance.Results.Stores;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Benchmarks.Measures;

/// <summary>Records of 2 KB on their way to the disk, as many at a time.</summary>
[InProcess]
public class LedgerBenchmark
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virtalliance-ledger-").FullName;
    private readonly byte[] _payload = new byte[2048];
    private IRunStore? _store;
    private string[] _runs = [];
    private byte[][] _hashes = [];
    private int _quarter = -1;

    /// <summary>Runs that advance together: a record of each.</summary>
    [Params(1, 32)]
    public int Runs { get; set; }

    [GlobalSetup]
    public async Task Prepare()
    {
        _store = RunStores.Open(Path.Combine(_folder, "ledger.db"));
        var request = new StudyRequest { Name = "bench", Text = new BareScenario(100, 2, 1, 1).Text(), Replicates = Runs };
        var study = await StudyRows.Create(_store, request, StudyPlan.Expand(request), "bench");
        var rows = await _store.ListRuns(study.Id);
        foreach (var row in rows) await _store.Take(row.Id, "bench");
        (_runs, _hashes) = ([.. rows.Select(r => r.Id)], [.. rows.Select(r => HashChain.Identity(r.ScenarioHash, r.Seed, r.Replicate, r.ModelVersion))]);
    }

    [Benchmark]
    public async Task Append()
    {
        var entries = new LedgerEntry[_runs.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var next = HashChain.Next(_hashes[i], _payload);
            entries[i] = new LedgerEntry(_runs[i], 1, _quarter, _hashes[i], next, _payload);
            _hashes[i] = next;
        }
        _quarter++;
        if ((await _store!.Append(entries)).Any(o => o != AppendOutcome.Committed)) throw new InvalidOperationException("a record was refused");
    }

    [GlobalCleanup]
    public async Task Forget()
    {
        await _store!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
