namespace VirtAlliance.Benchmarks.Quick;

/// <summary>Something to time with a plain clock.</summary>
/// <param name="Name">To ask for it by.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Alternatives">Of the yardstick's choice that it is compared with; 0: with none.</param>
/// <param name="Prepare">Sets it up; what it returns does the work once and tells how many units that was.</param>
internal sealed record QuickCase(string Name, string Unit, int Alternatives, Func<Func<long>> Prepare);
