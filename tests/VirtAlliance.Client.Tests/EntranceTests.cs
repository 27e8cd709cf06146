namespace VirtAlliance.Client.Tests;

public sealed class EntranceTests : IDisposable
{
    private readonly RunningConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("scenario", "list", "--no-such-option")]
    [InlineData("scenario", "show")]
    [InlineData("scenario", "show", "no-such-scenario")]
    public async Task What_is_not_there_ends_with_2_and_a_word_on_standard_error(params string[] args)
    {
        var finished = await _console.Run(args);
        Assert.Equal((2, ""), (finished.Status, finished.Output));
        Assert.NotEmpty(finished.Errors);
        Assert.DoesNotContain("   at ", finished.Errors);
        Assert.False(File.Exists(_console.Store));
    }

    [Fact]
    public async Task Help_and_version_end_with_0()
    {
        Assert.Equal(0, (await _console.Run("--help")).Status);
        Assert.Equal(0, (await _console.Run("--version")).Status);
    }
}
