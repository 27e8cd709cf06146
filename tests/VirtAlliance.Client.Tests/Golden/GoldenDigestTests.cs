using System.Text.Json;

namespace VirtAlliance.Client.Tests.Golden;

/// <summary>The same answer everywhere: whole runs of the real program against digests that were seen once and are kept.</summary>
public sealed class GoldenDigestTests
{
    /// <summary>Short enough for a machine without vectors.</summary>
    private const string Short = "first-try --set segments.firms.customers=3000 --quarters 4";

    [Theory]
    [InlineData("first-try")]
    [InlineData("duopoly")]
    [InlineData("ova-2011")]
    [InlineData("handset-2007")]
    [InlineData("twelve-brands")]
    [InlineData("unitedlinux-2002")]
    [InlineData("ova-2011 --replicates 2 --quarters 8")]
    [InlineData(Short)]
    public async Task Shipped_scenarios_have_their_digests(string command) => GoldenDigests.Check(command, await Run(command));

    [Theory]
    [InlineData("ova-2011", "DOTNET_EnableAVX512", "0")]
    [InlineData("ova-2011", "DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("ova-2011", "GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2")]
    [InlineData(Short, "DOTNET_EnableHWIntrinsic", "0")]
    public async Task They_have_them_on_lesser_machines_too(string command, string variable, string value) =>
        GoldenDigests.Check(command, await Run(command, (variable, value)));

    private static async Task<(string Arm, string Digest)[]> Run(string command, params (string Name, string Value)[] variables)
    {
        using var console = new RunningConsole();
        foreach (var (name, value) in variables) console.With(name, value);
        var finished = await console.Run(["run", .. command.Split(' '), "--json"]);
        Assert.True(finished.Status == 0, finished.Errors);
        using var study = JsonDocument.Parse(finished.Output);
        return [.. study.RootElement.GetProperty("runs").EnumerateArray().Select(r =>
            ($"{r.GetProperty("arm").GetString()}/{r.GetProperty("replicate").GetInt32()}", r.GetProperty("digest").GetString()!))];
    }
}
