using Npgsql;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;
using static VirtAlliance.Silo.Tests.Hosting.Compose;

namespace VirtAlliance.Silo.Tests.Hosting;

/// <summary>docker-compose.yml says what the program takes, and keeps to itself.</summary>
public sealed class ComposeTests
{
    [Fact]
    public void The_silo_starts_with_its_settings_and_consents_to_its_private_network()
    {
        var settings = SiloSettings();
        settings.Check();
        Assert.True(settings is { BeyondLoopback: true, InsecureNetwork: true });
    }

    [Fact]
    public void Silos_and_console_find_the_store_that_the_server_makes()
    {
        var server = Services["postgres"]["environment"];
        foreach (var service in (string[])["silo", "console"])
        {
            var environment = Services[service]["environment"];
            Assert.True(RunStores.IsPostgres(environment[SiloVariables.Store].Text));
            var store = new NpgsqlConnectionStringBuilder(environment[SiloVariables.Store].Text);
            Assert.Equal(("postgres", server["POSTGRES_DB"].Text, server["POSTGRES_USER"].Text), (store.Host, store.Database, store.Username));
            Assert.Equal(server["POSTGRES_PASSWORD"].Text, environment["PGPASSWORD"].Text);
        }
    }

    [Fact]
    public void Traces_go_to_a_service_of_the_same_network()
    {
        var receiver = new Uri(SiloService["environment"]["OTEL_EXPORTER_OTLP_ENDPOINT"].Text);
        Assert.Contains("silos", Services[receiver.Host]["networks"].Names);
        Assert.Equal(4317, receiver.Port);
    }

    [Fact]
    public void Only_the_traces_page_is_published_and_only_on_this_machine()
    {
        Assert.Equal("true", Document["networks"]["silos"]["internal"].Text);
        foreach (var (name, service) in Services)
        {
            Assert.Contains("silos", service["networks"].Names);
            if (name != "traces") Assert.Equal(["silos"], service["networks"].Names);
            if (name != "traces") Assert.Empty(service["ports"].Entries);
            Assert.All(service["ports"].Names, port => Assert.StartsWith("127.0.0.1:", port));
        }
    }

    [Fact]
    public void Nobody_is_root()
    {
        Assert.Equal("postgres", Services["postgres"]["user"].Text);
        foreach (var service in (string[])["silo", "console"])   // the image names their user
        {
            Assert.Equal("deploy/Dockerfile", Services[service]["build"]["dockerfile"].Text);
            Assert.False(Services[service]["user"].IsThere);
            Assert.Equal(["ALL"], Services[service]["cap_drop"].Names);
            Assert.Equal("true", Services[service]["read_only"].Text);
        }
    }

    [Fact]
    public void Each_waits_for_those_it_needs_and_these_tell_how_they_are()
    {
        Assert.Equal("service_healthy", SiloService["depends_on"]["postgres"]["condition"].Text);
        Assert.Equal("service_healthy", Services["console"]["depends_on"]["silo"]["condition"].Text);
        Assert.Contains("pg_isready", Services["postgres"]["healthcheck"]["test"].Names);
        Assert.False(SiloService["healthcheck"].IsThere);   // the image's is used
    }

    [Fact]
    public void What_must_last_is_on_a_volume() => Assert.Equal(
        Document["volumes"].Names, Services.Values.SelectMany(s => s["volumes"].Names).Select(v => v.Split(':')[0]));
}
