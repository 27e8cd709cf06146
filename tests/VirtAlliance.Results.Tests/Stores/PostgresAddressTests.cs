using CsCheck;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;

namespace VirtAlliance.Results.Tests.Stores;

public class PostgresAddressTests
{
    [Theory]
    [InlineData("Host=db", true)]
    [InlineData("Port=5433;host = db ;Database=x", true)]
    [InlineData("Server=db;User Id=me", true)]
    [InlineData("postgres://db/x", true)]
    [InlineData("PostgreSQL://db/x", true)]
    [InlineData("runs.db", false)]
    [InlineData("/data/ghost=1/runs.db", false)]
    [InlineData("Host=", false)]
    [InlineData("mysql://db/x", false)]
    public void Addresses_are_told_from_files(string place, bool postgres) => Assert.Equal(postgres, RunStores.IsPostgres(place));

    [Theory]
    [InlineData("Host=db;Database=runs;Username=me;Password=secret", "postgresql://me@db:5432/runs")]
    [InlineData("postgres://me:secret@db:6543/runs", "postgresql://me@db:6543/runs")]
    [InlineData("postgresql://me:s%23c%40r%2Ft@db/runs?sslmode=disable&application_name=x&connect_timeout=3", "postgresql://me@db:5432/runs")]
    [InlineData("postgresql:///runs?host=/run/pg&user=me&password=secret", "postgresql://me@/runs?host=/run/pg&port=5432")]
    [InlineData("Host=/run/pg;Port=5433;Database=runs", "postgresql:///runs?host=/run/pg&port=5433")]
    [InlineData("postgres://[::1]/runs", "postgresql://::1:5432/runs")]
    [InlineData("runs.db", "runs.db")]
    public void A_store_is_named_without_its_password(string place, string name) => Assert.Equal(name, RunStores.NameOf(place));

    [Fact]
    public void Pairs_and_address_of_one_database_are_one_place() => Assert.Equal(
        RunStores.IdentityOf("Host=db;Database=runs;Username=me;Password=one"), RunStores.IdentityOf("postgres://me:two@db:5432/runs?sslmode=disable"));

    [Theory]
    [InlineData("Host=db;Prot=5432", "keyword number 2 is none that there is")]
    [InlineData("Host=db;Port=many", "keyword number 2 cannot have this value")]
    [InlineData("Host=db;Port=70000", "port")]
    [InlineData("Host=db Password=secret", "semicolons")]
    [InlineData("Host=db;Password=se;cret", "quotation marks")]
    [InlineData("postgres://me:1#secret@db/runs", "%23")]
    [InlineData("postgres://me:1/secret@db/runs", "%2F")]
    [InlineData("postgres://me:1?secret@db/runs", "option number 1")]
    [InlineData("postgres://me:secret@db:port/runs", "no address")]
    [InlineData("postgres://db/runs?speed=secret", "option number 1 after the ? is none")]
    public void What_cannot_be_understood_is_told_without_a_word_of_it(string place, string told)
    {
        var refused = Assert.Throws<RunStoreException>(() => RunStores.Open(place));
        Assert.Equal(StoreFault.Unreachable, refused.Fault);
        Assert.Contains(told, refused.Message);
        Assert.DoesNotContain("secret", refused.ToString());
    }

    [Fact]
    public void No_password_is_ever_in_a_name_or_a_message() =>
        Gen.String[Gen.Char["ab1:;/?#@%=&' \""], 1, 8].Select(p => $"Zq{p}Zq").Sample(password =>
        {
            foreach (var place in (string[])[$"Host=db;Database=runs;Password={password}", $"postgres://me:{password}@db/runs", $"postgres://db/runs?password={password}"])
                Assert.DoesNotContain("Zq", Told(place));
        });

    private static string Told(string place)
    {
        try
        {
            return RunStores.NameOf(place);
        }
        catch (RunStoreException e)
        {
            return e.Message;
        }
    }
}
