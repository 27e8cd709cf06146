namespace VirtAlliance.Grains.Hosting;

/// <summary>What a node may be told about its grains. No digest depends on it.</summary>
public sealed class GrainSettings
{
    /// <summary>Runs that a study keeps in flight; default 16 per core.</summary>
    public int RunsInFlight { get; set; } = 16 * Environment.ProcessorCount;

    /// <summary>Calls that one distributor keeps in flight; default 32 per core.</summary>
    public int CallsInFlight { get; set; } = 32 * Environment.ProcessorCount;

    /// <summary>How far a run may be ahead of what is on disk; default 250 ms.</summary>
    public TimeSpan UnsavedAtMost { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Kernel time after which a block leaves a checkpoint, so that nobody has to replay much more; default 50 ms.</summary>
    public TimeSpan ReplayAtMost { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Every so many quarters one is traced; default 0: none.</summary>
    public int TracedQuarters { get; set; }

    /// <summary>True: clients reach studies and the read side of coordinators only; default true. Alone in a process, where nobody else can call, it may be left out.</summary>
    public bool GuardsGrains { get; set; } = true;

    /// <summary>True: takes up what clusters left that were not heard of for <see cref="OwnerSilence"/>; default false.</summary>
    public bool AdoptsOrphans { get; set; }

    /// <summary>Version of the program, for others to see; default empty.</summary>
    public string Program { get; set; } = "";

    /// <summary>Where, on its machine, the node serves the live page, for others to see; default null: nowhere (yet).</summary>
    public string? Page { get; set; }

    /// <summary>After how long a cluster counts as gone; default 15 s.</summary>
    public TimeSpan OwnerSilence { get; set; } = TimeSpan.FromSeconds(15);
}
