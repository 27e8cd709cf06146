using System.Collections.Immutable;
using VirtAlliance.Client.Running;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Contracts.Runs;
using VirtAlliance.Contracts.Studies;

namespace VirtAlliance.Client.Tests;

public sealed class RunProgressTests
{
    private static readonly Dictionary<string, ImmutableArray<string>> Products = new() { ["s-1"] = ["alpha", "beta"] };

    [Fact]
    public void Progress_tells_speed_retries_and_shares_of_those_that_run_any_product() => Assert.Equal(
        "3 of 9 runs done, 12.5 quarters/s, 4 retries; s-1 5/20: beta 75 %, alpha 25 %", RunProgress.Text(Study(Run("s-1", [10, 30, 60]), Run("s-2", [])), Products));

    [Fact]
    public void Where_seats_are_not_known_no_shares_are_told() =>
        Assert.EndsWith("; s-2 5/20", RunProgress.Text(Study(Run("s-2", [])), Products));

    private static StudySnapshot Study(params RunSnapshot[] runs) => new("s", 1, RunStatus.Running, null, 9, 3, 0, [.. runs]);

    private static RunSnapshot Run(string id, ImmutableArray<long> seats) => new(id, RunStatus.Running, 4, 20, null, null, 1, 2, 6.25, "silo-1", seats);
}
