using System.Runtime.Intrinsics;

namespace VirtAlliance.Model.Demand;

/// <summary>What eight panel members run and hold.</summary>
/// <param name="Product">Index of the product, or of none.</param>
/// <param name="Technology">Index of its technology; −1 for none.</param>
/// <param name="Franchises">Bit f set: it holds franchise f.</param>
internal readonly record struct MemberStates(Vector512<long> Product, Vector512<long> Technology, Vector512<long> Franchises);
