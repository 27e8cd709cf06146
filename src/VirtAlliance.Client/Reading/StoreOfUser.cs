using System.CommandLine;
using VirtAlliance.Client.Options;
using VirtAlliance.Contracts.Ledger;
using VirtAlliance.Results.Stores;
using VirtAlliance.Silo.Hosting;

namespace VirtAlliance.Client.Reading;

/// <summary>The run store that a command works on.</summary>
internal static class StoreOfUser
{
    /// <summary>Opens the store, made if it is missing.</summary>
    public static IRunStore Open(ParseResult parsed, Option<string> option) => RunStores.Open(Place(parsed, option), SiloVariables.ReadDurability(Environment.GetEnvironmentVariable));

    /// <summary>Opens the store to read; null if it is a file that is not there, which is not made then.</summary>
    public static IRunStore? OpenExisting(ParseResult parsed, Option<string> option)
    {
        var place = Place(parsed, option);
        return RunStores.IsPostgres(place) || File.Exists(place) ? RunStores.Open(place) : null;
    }

    /// <summary>Where the store of the running cluster is.</summary>
    /// <exception cref="InvalidOperationException">There is no store, so no cluster.</exception>
    public static string PlaceOfCluster(ParseResult parsed, Option<string> option)
    {
        var place = Place(parsed, option);
        return RunStores.IsPostgres(place) || File.Exists(place)
            ? place
            : throw new InvalidOperationException($"no cluster runs on {place}; start one with: virtalliance cluster start");
    }

    /// <summary>What to throw where the store holds neither a study nor a run of that name.</summary>
    public static UnusableInputException Unknown(string id, ParseResult parsed, Option<string> option) => new($"{id}: no such study or run in {RunStores.NameOf(Place(parsed, option))}");

    /// <summary>Where the store is or will be.</summary>
    public static string Place(ParseResult parsed, Option<string> option) => StoreLocation.Of(parsed.GetValue(option), Environment.GetEnvironmentVariable);
}
