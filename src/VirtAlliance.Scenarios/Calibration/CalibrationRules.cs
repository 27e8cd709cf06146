using System.Collections.Immutable;
using System.Globalization;
using VirtAlliance.Scenarios.Arms;
using VirtAlliance.Scenarios.Keys;
using VirtAlliance.Scenarios.Reading;
using VirtAlliance.Scenarios.Studies;
using VirtAlliance.Scenarios.Uncertainty;

namespace VirtAlliance.Scenarios.Calibration;

/// <summary>What a calibration needs of a scenario and its options.</summary>
internal static class CalibrationRules
{
    public static (ArmTree Arm, ImmutableArray<UncertainNumber> Free) Check(CalibrationRequest request, ScenarioTree tree, Findings findings)
    {
        CheckCount("--replicates", request.Replicates, 1, 1_000, findings);
        CheckCount("--evaluations", request.Evaluations, 1, 100_000, findings);
        CheckCount("--points", request.Points, 0, 100_000, findings);
        if (!tree.History.Any(r => !r.HoldOut)) findings.Add(Place(tree), "found no observation to fit, expected rows of 'history' with 'use: fit'");
        return (Arm(request, tree, findings), Free(request, tree, findings));
    }

    private static ArmTree Arm(CalibrationRequest request, ScenarioTree tree, Findings findings)
    {
        var names = tree.Arms.Select(a => a.Name).ToArray();
        if (request.Arm is not { } name) return tree.Arms[0];
        if (!names.Contains(name)) findings.Add(Reading.Place.Option($"--arm {name}"), name, $"an arm of the scenario ({string.Join(", ", names)})", names);
        return tree.Arms.FirstOrDefault(a => a.Name == name) ?? tree.Arms[0];
    }

    private static ImmutableArray<UncertainNumber> Free(CalibrationRequest request, ScenarioTree tree, Findings findings)
    {
        var paths = tree.Uncertain.Select(u => u.Path).ToArray();
        foreach (var path in request.Free.Where(p => !paths.Contains(p)))
            findings.Add(Reading.Place.Option($"--free {path}"), path, $"the path of a number under 'uncertain' ({string.Join(", ", paths.DefaultIfEmpty("there is none"))})", paths);
        ImmutableArray<UncertainNumber> free = [.. tree.Uncertain.Where(u => request.Free.IsEmpty ? u.IsFree : request.Free.Contains(u.Path))];
        if (free.IsEmpty && request.Free.IsEmpty) findings.Add(Place(tree), "found nothing to fit, expected numbers under 'uncertain' with 'free: true', or --free PATH");
        return free;
    }

    private static void CheckCount(string option, int count, int least, int most, Findings findings)
    {
        var text = count.ToString(CultureInfo.InvariantCulture);
        if (count < least || count > most) findings.Add(Reading.Place.Option($"{option} {text}"), string.Create(CultureInfo.InvariantCulture, $"found {count}, expected a whole number from {least} to {most:N0}"));
    }

    private static Place Place(ScenarioTree tree) => tree.Root.Place;
}
