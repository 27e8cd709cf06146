using System.Reflection;

namespace VirtAlliance.Model.Tests.Purity;

public class PurityTests
{
    private static readonly string[] Banned = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "BannedSymbols.txt")).Select(l => l.Split(';')[0])];

    [Fact]
    public void Every_member_whose_last_bits_may_differ_between_machines_is_banned_by_name()
    {
        var missing = InexactMembers.All().Select(DocumentationId.Of).Except(Banned).ToArray();
        Assert.True(missing.Length == 0, $"Missing in BannedSymbols.txt:\n{string.Join('\n', missing)}");
    }

    [Theory]
    [InlineData("M:System.Math.Exp(System.Double)")]
    [InlineData("M:System.MathF.Log2(System.Single)")]
    [InlineData("M:System.Single.SinCosPi(System.Single)")]
    [InlineData("M:System.Runtime.Intrinsics.Vector512.Exp(System.Runtime.Intrinsics.Vector512{System.Single})")]
    [InlineData("M:System.Runtime.Intrinsics.Vector128.MultiplyAddEstimate(System.Runtime.Intrinsics.Vector128{System.Double},System.Runtime.Intrinsics.Vector128{System.Double},System.Runtime.Intrinsics.Vector128{System.Double})")]
    [InlineData("M:System.Runtime.Intrinsics.Vector256.MinNative``1(System.Runtime.Intrinsics.Vector256{``0},System.Runtime.Intrinsics.Vector256{``0})")]
    [InlineData("M:System.Runtime.Intrinsics.X86.Avx512F.Reciprocal14(System.Runtime.Intrinsics.Vector512{System.Single})")]
    public void The_search_finds(string member) => Assert.Contains(member, InexactMembers.All().Select(DocumentationId.Of));

    [Theory]
    [InlineData("M:System.Math.Sqrt(System.Double)")]
    [InlineData("M:System.Math.FusedMultiplyAdd(System.Double,System.Double,System.Double)")]
    [InlineData("M:System.Single.Round(System.Single)")]
    public void Exact_operations_are_not_banned(string member) => Assert.DoesNotContain(member, Banned);

    [Theory]
    [InlineData("T:System.DateTime")]
    [InlineData("T:System.DateTimeOffset")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("T:System.Diagnostics.Stopwatch")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.Security.Cryptography.RandomNumberGenerator")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("T:System.HashCode")]
    [InlineData("T:System.Threading.Tasks.Task")]
    [InlineData("T:System.Threading.Tasks.Task`1")]
    [InlineData("T:System.Threading.Tasks.ValueTask")]
    [InlineData("T:System.Threading.Tasks.Parallel")]
    [InlineData("T:System.Threading.Thread")]
    [InlineData("T:System.Collections.Generic.Dictionary`2")]
    [InlineData("T:System.Collections.Generic.HashSet`1")]
    [InlineData("T:System.Collections.Concurrent.ConcurrentDictionary`2")]
    [InlineData("T:System.Numerics.Tensors.TensorPrimitives")]
    public void Clocks_chance_threads_and_unordered_sets_are_banned(string symbol) => Assert.Contains(symbol, Banned);

    [Fact]
    public void Generic_mathematics_is_no_way_round() =>
        Assert.Empty(InexactMembers.Functions.Select(f => $"T:{f.FullName}").Except(Banned));

    [Fact]
    public void Every_banned_symbol_exists_but_for_that_of_a_package_that_the_model_must_not_take()
    {
        var methods = InexactMembers.All().Select(DocumentationId.Of).ToArray();
        Assert.Equal(["M:System.Guid.NewGuid"], Banned.Where(b => b.StartsWith("M:", StringComparison.Ordinal)).Except(methods));
        Assert.Equal(["T:System.Numerics.Tensors.TensorPrimitives"], Banned.Where(b => b.StartsWith("T:", StringComparison.Ordinal) && !Exists(b[2..])));
    }

    [Fact]
    public void The_model_refers_to_the_base_class_library_only()
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var foreign = typeof(Market).Assembly.GetReferencedAssemblies().Where(a => Path.GetDirectoryName(Assembly.Load(a).Location) != library);
        Assert.Empty(foreign.Select(a => a.Name));
    }

    private static bool Exists(string type) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Any(file => Type.GetType($"{type}, {Path.GetFileNameWithoutExtension(file)}", throwOnError: false) is not null);
}
