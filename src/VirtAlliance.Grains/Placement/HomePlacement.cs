using Orleans;
using Orleans.Placement;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Placement;

/// <summary>Where a run is at home: the node that rendezvous hashing picks, with coordinator, vendors and alliances.</summary>
[GenerateSerializer, Immutable, Alias("va.home-placement")]
internal sealed class HomePlacement : PlacementStrategy;

/// <summary>The run's home.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HomePlacementAttribute() : PlacementAttribute(new HomePlacement());

/// <summary>Where a territory is: the first at home, the others spread, segments with theirs.</summary>
[GenerateSerializer, Immutable, Alias("va.territory-placement")]
internal sealed class TerritoryPlacement : PlacementStrategy;

/// <summary>The territory's node.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TerritoryPlacementAttribute() : PlacementAttribute(new TerritoryPlacement());
