namespace VirtAlliance.Model.Chance;

/// <summary>The four words of one counter.</summary>
public readonly record struct PhiloxBlock(uint W0, uint W1, uint W2, uint W3)
{
    /// <summary>Word 0 to 3.</summary>
    public uint this[int word] => word switch { 0 => W0, 1 => W1, 2 => W2, _ => W3 };
}
