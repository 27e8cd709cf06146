using System.CommandLine;
using VirtAlliance.Scenarios.Studies;

namespace VirtAlliance.Client.Options;

/// <summary>What <c>run</c> and <c>submit</c> take alike: a scenario, and what is run of it.</summary>
internal sealed class SubmissionOptions
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario" };
    private readonly Option<string[]> _arms = Many("--arm", "ARM", "Runs these arms only, and the baseline");
    private readonly Option<int?> _replicates = new("--replicates") { HelpName = "N", Description = "Runs of each arm, each with other draws (default 1)" };
    private readonly Option<uint?> _seed = new("--seed") { HelpName = "S", Description = "Instead of the scenario's seed" };
    private readonly Option<int?> _quarters = new("--quarters") { HelpName = "N", Description = "Instead of the scenario's number of quarters" };
    private readonly Option<string[]> _sets = Many("--set", "PATH=VALUE", "Changes a value of the scenario");

    public void AddTo(Command command)
    {
        command.Add(_scenario);
        foreach (var option in new Option[] { _arms, _replicates, _seed, _quarters, _sets }) command.Add(option);
    }

    /// <summary>Reads the scenario and lays the options over it.</summary>
    public StudyRequest Read(ParseResult parsed)
    {
        var request = ScenarioSource.Load(parsed.GetValue(_scenario)!);
        return request with
        {
            Arms = [.. parsed.GetValue(_arms) ?? []],
            Replicates = AtLeastOne("--replicates", parsed.GetValue(_replicates)) ?? 1,
            Seed = parsed.GetValue(_seed),
            Quarters = AtLeastOne("--quarters", parsed.GetValue(_quarters)),
            Sets = [.. parsed.GetValue(_sets) ?? []],
        };
    }

    private static int? AtLeastOne(string option, int? value) =>
        value is < 1 ? throw new UnusableInputException($"{option}: found {value}, expected a whole number of at least 1") : value;

    private static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
