namespace VirtAlliance.Model.Running;

/// <summary>An always-on assertion of the model failed: seats or money were created or lost. The run stops.</summary>
public sealed class BrokenLawException(string law) : Exception(law)
{
    /// <summary>Names the law, the quarter, whose figures they are, and both of them.</summary>
    public BrokenLawException(string law, int quarter, string subject, Int128 one, Int128 other)
        : this(FormattableString.Invariant($"quarter {quarter}, {subject}: {law}, but {one} is not {other}"))
    {
    }
}
