using VirtAlliance.Client.Options;

namespace VirtAlliance.Client.Tests;

public sealed class StoreLocationTests
{
    [Fact]
    public void The_option_goes_before_the_variable_and_the_variable_before_the_data_folder()
    {
        Assert.Equal("a.db", Of("a.db", ("VIRTALLIANCE_STORE", "b.db"), ("HOME", "/home/me")));
        Assert.Equal("b.db", Of(null, ("VIRTALLIANCE_STORE", "b.db"), ("HOME", "/home/me")));
        Assert.Equal("/home/me/.local/share/virtalliance/runs.db", Of(null, ("HOME", "/home/me")));
        Assert.Equal("/data/virtalliance/runs.db", Of(null, ("HOME", "/home/me"), ("XDG_DATA_HOME", "/data")));
    }

    [Fact]
    public void A_relative_data_home_counts_as_unset() =>
        Assert.Equal("/home/me/.local/share/virtalliance/runs.db", Of(null, ("HOME", "/home/me"), ("XDG_DATA_HOME", "data")));

    [Fact]
    public void Without_any_place_the_error_says_what_to_set()
    {
        var error = Assert.Throws<UnusableInputException>(() => Of(null));
        Assert.Contains("--store", error.Message);
        Assert.Contains("HOME", error.Message);
    }

    private static string Of(string? option, params (string Name, string Value)[] set) =>
        StoreLocation.Of(option, name => set.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefault());
}
