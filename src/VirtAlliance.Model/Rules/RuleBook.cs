using System.Collections.Immutable;

namespace VirtAlliance.Model.Rules;

/// <summary>Rules by the names that scenarios call them.</summary>
/// <remarks>Rules are added before the first scenario is read. A run's digest knows a rule by its name only: whoever changes what a rule does gives it a new one.</remarks>
public sealed class RuleBook<TRule>
    where TRule : class
{
    private readonly Lock _adding = new();
    private ImmutableArray<(string Name, TRule Rule)> _rules;

    /// <summary>A book with these rules in it.</summary>
    public RuleBook(params ReadOnlySpan<(string Name, TRule Rule)> rules) => _rules = [.. rules];

    /// <summary>In the order in which they were added.</summary>
    public ImmutableArray<string> Names => [.. _rules.Select(r => r.Name)];

    /// <summary>The rule of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TRule this[string name] => Find(name) ?? throw new KeyNotFoundException($"no rule '{name}', but {string.Join(", ", Names)}");

    /// <summary>Adds a rule.</summary>
    /// <param name="name">As scenarios will call it: letters, digits, '-' and '_'.</param>
    /// <param name="rule">Without state of its own: what it answers may depend on nothing but what it is asked.</param>
    /// <exception cref="ArgumentException">The name is taken, or is none.</exception>
    public void Add(string name, TRule rule)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) throw new ArgumentException($"'{name}' is no name for a rule", nameof(name));
        lock (_adding)
        {
            if (Find(name) is not null) throw new ArgumentException($"there is a rule '{name}' already", nameof(name));
            _rules = _rules.Add((name, rule));
        }
    }

    private TRule? Find(string name)
    {
        foreach (var (known, rule) in _rules)
            if (known == name) return rule;
        return null;
    }
}
