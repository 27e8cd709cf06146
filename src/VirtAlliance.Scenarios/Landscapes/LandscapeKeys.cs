using VirtAlliance.Model.Landscapes;
using VirtAlliance.Scenarios.Keys;

namespace VirtAlliance.Scenarios.Landscapes;

/// <summary>Keys of a landscape file.</summary>
internal static class LandscapeKeys
{
    public static readonly Key Size = Key.Need("size", new RealShape(0, 1e6, openMin: true), "Weight of the actor.");
    public static readonly Key Actors = Key.Need("actors", new MapShape(null, new EntryShape("an actor", [Size]), "actor", 2, Landscape.MostActors), "Who chooses a side.");
    public static readonly Key Propensities = Key.With("propensities", new ListShape(new ListShape(new AnyShape(), 3)), "[]", "How two actors like to be together: [A, B, number].");
    public static readonly Key Root = Key.Need("landscape", new EntryShape("the landscape", [Actors, Propensities]), "The landscape.");
    public static readonly EntryShape File = new("the file", [Root]);
}
