using System.Collections.Immutable;
using CsCheck;
using VirtAlliance.Model.Landscapes;

namespace VirtAlliance.Model.Tests.Landscapes;

public class LandscapeTests
{
    private const string Actors = "external-data/landscape-2016-actors.csv", Propensity = "external-data/landscape-2016-propensity.csv", Energies = "external-data/landscape-2016-energies-base.csv";

    private static readonly Gen<Landscape> Any =
        from actors in Gen.Int[2, 9]
        from sizes in Gen.Double[0.1, 50].Array[actors]
        from upper in Gen.Int[-30, 30].Array[actors * actors]
        select new Landscape([.. sizes], Symmetric(actors, [.. upper.Select(p => p / 10.0)]));

    /// <summary>Axelrod and Furnas's table of the Syrian conflict, 2016: every energy and every frustration, which the table gives times the actor's size.</summary>
    [ExternalDataFact(Energies)]
    public void The_published_landscape_of_2016_comes_out_whole()
    {
        var (landscape, rows) = (Published(), ExternalDataFactAttribute.Rows(Energies));
        Assert.Equal(1_024, rows.Length);
        Assert.All(rows, row =>
        {
            var configuration = Configuration(row[0]);
            Assert.Equal(Number(row[1]), landscape.Energy(configuration));
            Assert.Equal(row[2..13].Select(Number), Enumerable.Range(0, 11).Select(i => landscape.Sizes[i] * landscape.Frustration(configuration, i)));
            Assert.Equal(row[13] == "TRUE", landscape.IsLocalMinimum(configuration));
        });
        Assert.Equal(11_264, rows.Sum(r => r[2..13].Length));
    }

    [ExternalDataFact(Energies)]
    public void Turkey_ISIS_and_Nusra_against_all_others_is_where_every_configuration_of_2016_ends() =>
        Assert.Equal([new LocalMinimum(Configuration("11121121121"), -83_200, 1_024)], Descent.Minima(Published()).ToArray());

    [Fact]
    public void Two_enemies_part_and_two_friends_stay()
    {
        Assert.Equal([new LocalMinimum(1, -4, 2)], Descent.Minima(new Landscape([1, 2], [0, -1, -1, 0])).ToArray());
        Assert.Equal([new LocalMinimum(0, 0, 2)], Descent.Minima(new Landscape([1, 2], [0, 1, 1, 0])).ToArray());
    }

    [Fact]
    public void Every_step_of_a_path_lowers_the_energy_and_the_last_is_a_local_minimum() => Any.Sample(landscape =>
        Enumerable.Range(0, landscape.Configurations).All(start =>
        {
            var path = Descent.Path(landscape, start);
            return path.Zip(path.Skip(1)).All(s => landscape.Move(s.First.Configuration, s.Second.Actor) == s.Second.Configuration && landscape.Energy(s.Second.Configuration) < landscape.Energy(s.First.Configuration))
                && landscape.IsLocalMinimum(path[^1].Configuration);
        }), iter: 50);

    [Fact]
    public void Basins_part_all_configurations_among_the_minima() => Any.Sample(landscape =>
        Descent.Minima(landscape).Sum(m => m.Basin) == landscape.Configurations && Descent.Minima(landscape).All(m => landscape.IsLocalMinimum(m.Configuration)), iter: 50);

    [Fact]
    public void Doubling_every_size_quadruples_the_energy() => Any.Sample(landscape =>
    {
        var doubled = landscape with { Sizes = [.. landscape.Sizes.Select(s => 2 * s)] };
        return Enumerable.Range(0, landscape.Configurations).All(c => doubled.Energy(c) == 4 * landscape.Energy(c));
    }, iter: 50);

    [Fact]
    public void No_division_at_all_has_no_energy() => Any.Sample(landscape => landscape.Energy(0) == 0);

    private static Landscape Published() => new(
        [.. ExternalDataFactAttribute.Rows(Actors).Select(r => Number(r[1]))],
        [.. ExternalDataFactAttribute.Rows(Propensity).SelectMany(r => r[1..].Select(Number))]);

    /// <summary>Sides 1 and 2 in the order of actors; the first actor's is always 1.</summary>
    private static int Configuration(string sides) => Enumerable.Range(1, sides.Length - 1).Sum(i => sides[i] == '2' ? 1 << (i - 1) : 0);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ImmutableArray<double> Symmetric(int actors, double[] upper) =>
        [.. Enumerable.Range(0, actors * actors).Select(k => upper[(Math.Min(k / actors, k % actors) * actors) + Math.Max(k / actors, k % actors)])];
}
