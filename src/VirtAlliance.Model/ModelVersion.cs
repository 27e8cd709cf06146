namespace VirtAlliance.Model;

/// <summary>The version of the equations: results of runs with the same version, scenario, seed and replicate are the same to the bit.</summary>
public static class ModelVersion
{
    /// <summary>Raised by every change that moves a digest.</summary>
    public const string Current = "1";
}
