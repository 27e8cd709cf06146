using VirtAlliance.Model.Answers;

namespace VirtAlliance.Scenarios.Claims;

/// <summary>One replicate's runs, paired: by arm.</summary>
/// <param name="ByArm">Histories by name of arm; arms that do not run, or have no quarter yet, are missing.</param>
public sealed record ReplicateHistories(IReadOnlyDictionary<string, RunHistory> ByArm)
{
    /// <summary>The arm's history; null if it is missing.</summary>
    public RunHistory? Find(string arm) => ByArm.TryGetValue(arm, out var history) && history.Quarters.Length > 0 ? history : null;
}
