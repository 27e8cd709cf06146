using System.Net;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Silo.Tests.Hosting;

public sealed class SiloVariablesTests
{
    [Fact]
    public void A_store_is_enough_and_the_silo_stays_on_loopback()
    {
        var settings = Read((SiloVariables.Store, "runs.db"));
        settings.Check();
        Assert.Equal(("runs.db", "virtalliance", IPAddress.Loopback, 0, 0, false), (settings.Store, settings.Cluster, settings.Listen, settings.SiloPort, settings.GatewayPort, settings.InsecureNetwork));
    }

    [Fact]
    public void An_empty_variable_counts_as_absent() => Assert.Equal(0, Read((SiloVariables.Store, "runs.db"), (SiloVariables.SiloPort, "")).SiloPort);

    [Theory]
    [InlineData(SiloVariables.SiloPort, "65536")]
    [InlineData(SiloVariables.SiloPort, "-1")]
    [InlineData(SiloVariables.GatewayPort, "http")]
    [InlineData(SiloVariables.Listen, "localhost.")]
    [InlineData(SiloVariables.InsecureNetwork, "yes")]
    [InlineData(SiloVariables.Trace, "stdout")]
    [InlineData(SiloVariables.HealthPort, "8o8o")]
    [InlineData(SiloVariables.Durability, "paranoid")]
    public void What_cannot_be_understood_is_named_with_its_value(string variable, string value)
    {
        var error = Assert.Throws<SiloSettingsException>(() => Read((SiloVariables.Store, "runs.db"), (variable, value)));
        Assert.StartsWith($"{variable}={value} ", error.Message);
    }

    [Fact]
    public void Without_a_store_nothing_starts() => Assert.Contains(SiloVariables.Store, Assert.Throws<SiloSettingsException>(() => Read()).Message);

    [Fact]
    public void What_is_written_for_a_process_is_read_by_it_as_it_was()
    {
        var settings = new SiloSettings
        {
            Store = "Host=db;Password='a;b'", Durability = Durability.PowerLoss, Cluster = "c", Name = "n", Listen = IPAddress.Any, SiloPort = 1, GatewayPort = 2, HealthPort = 3,
            InsecureNetwork = true, Trace = TraceExport.Console, Log = "l",
        };
        Assert.Equal(settings, Read([.. SiloVariables.Write(settings, silos: null)]));
    }

    [Theory]
    [InlineData(SiloVariables.SiloPort)]
    [InlineData(SiloVariables.GatewayPort)]
    [InlineData(SiloVariables.HealthPort)]
    public void Several_silos_cannot_share_a_port(string port)
    {
        Assert.Contains(port, Assert.Throws<SiloSettingsException>(() => SiloVariables.ReadSilos(name => name == SiloVariables.Silos ? "2" : name == port ? "4000" : null)).Message);
        Assert.Equal(2, SiloVariables.ReadSilos(name => name == SiloVariables.Silos ? "2" : name == port ? "0" : null));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("10.1.2.3")]
    public void Beyond_loopback_a_silo_listens_only_with_consent(string address)
    {
        var refused = Read((SiloVariables.Store, "runs.db"), (SiloVariables.Listen, address));
        Assert.Contains(SiloVariables.InsecureNetwork, Assert.Throws<SiloSettingsException>(refused.Check).Message);
        (refused with { InsecureNetwork = true }).Check();
    }

    private static SiloSettings Read(params (string Name, string Value)[] set) =>
        SiloVariables.Read(name => set.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefault());
}
