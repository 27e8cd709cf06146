using System.Collections.Concurrent;
using VirtAlliance.Contracts.Ledger;

namespace VirtAlliance.Silo.Web.Studies;

/// <summary>What is shown of studies that somebody looks at, kept while somebody does.</summary>
internal sealed class StudyScreens(IRunStore store)
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<string, Sparing<StudyView>> _screens = new(StringComparer.Ordinal);

    /// <summary>Null: there is no such study.</summary>
    public async Task<Sparing<StudyView>?> Of(string study)
    {
        if (_screens.TryGetValue(study, out var known)) return known;
        if (await store.FindStudy(study) is not { } row) return null;
        if (_screens.Count >= Most) _screens.Clear();
        return _screens.GetOrAdd(study, _ => new Sparing<StudyView>(new StudyScreen(store, row).Read));
    }
}
