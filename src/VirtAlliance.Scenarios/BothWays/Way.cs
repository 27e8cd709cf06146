using VirtAlliance.Scenarios.Claims;

namespace VirtAlliance.Scenarios.BothWays;

/// <summary>One of the two ways a claim can go.</summary>
/// <param name="Claim">With bounds.</param>
/// <param name="Holds">True: that it holds; false: that its measure has a value, and one outside its bounds.</param>
internal readonly record struct Way(Claim Claim, bool Holds)
{
    /// <summary>True if the measure goes this way; without a value it goes neither.</summary>
    public bool Goes(double measure) => !double.IsNaN(measure) && Claim.HoldsWhen!.Holds(measure) == Holds;

    /// <summary>How far the measure is on this way, in its own unit: the larger the farther, negative beyond the bounds; −∞ without a value.</summary>
    public double Progress(double measure)
    {
        if (double.IsNaN(measure)) return double.NegativeInfinity;
        var (above, below) = (Claim.HoldsWhen!.Above ?? Claim.HoldsWhen.From, Claim.HoldsWhen.Below ?? Claim.HoldsWhen.To);
        var inside = Math.Min(measure - above ?? double.PositiveInfinity, below - measure ?? double.PositiveInfinity);
        return Holds ? inside : -inside;
    }
}
