using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Tests.Precedents;

/// <summary>On one engine an alliance may fail and another succeed. Who stays in them is their members' own choice.</summary>
public sealed class PrecedentTests
{
    private static readonly ShippedRuns Linux = new("unitedlinux-2002"), Handsets = new("handset-2007");

    [Fact]
    public void UnitedLinux_misses_its_aim_and_falls_apart()
    {
        Assert.False(Linux.Holds("aim"));
        Assert.False(Linux.Holds("whole"));
        Assert.InRange(AllianceAims.Members(Linux["with"], "united-linux", Linux.At("2002-Q2")), 4, 4);
        Assert.InRange(AllianceAims.Members(Linux["with"], "united-linux", Linux.At("2004-Q4")), 0, 2);
    }

    [Fact]
    public void Nor_would_it_have_reached_its_aim_without_the_suit() => Assert.False(Linux.Holds("suit-to-blame"));

    [Fact]
    public void Red_Hat_hardly_feels_it() => Assert.InRange(Linux.Measure("unfazed"), 0, 0.03);

    [Fact]
    public void The_Open_Handset_Alliance_reaches_its_aim_and_keeps_its_members()
    {
        Assert.True(Handsets.Holds("aim"));
        Assert.True(Handsets.Holds("whole"));
        Assert.True(Handsets.Holds("aim-needs-it"));
    }

    [Fact]
    public void All_its_makers_gain_by_it() => Assert.True(Handsets.Holds("makers-gain"));

    [Fact]
    public void Both_pass_through_what_is_known_of_the_years_they_are_fitted_to()
    {
        Assert.InRange(Linux.Bands(holdOut: false).InBands, 2, 2);
        Assert.InRange(Handsets.Bands(holdOut: false).InBands, 7, 8);
    }

    [Fact]
    public void And_through_half_of_what_was_held_out()
    {
        Assert.InRange(Linux.Bands(holdOut: true).InBands, 2, 4);
        Assert.InRange(Handsets.Bands(holdOut: true).InBands, 3, 5);
    }
}
