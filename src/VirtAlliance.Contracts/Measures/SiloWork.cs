namespace VirtAlliance.Contracts.Measures;

/// <summary>What a node has done since it started.</summary>
/// <param name="Cpu">Core time of its process.</param>
/// <param name="Kernel">Of that, in the choices of customers; from the first question on.</param>
/// <param name="Calls">Answered calls of its grains to grains; from the first question on.</param>
/// <param name="Messages">To other nodes; from the first question on.</param>
/// <param name="Bytes">Of those messages.</param>
/// <param name="MemoryBytes">In use now, of all kinds.</param>
/// <param name="PeakBytes">The most that was in use.</param>
/// <param name="Collections">Garbage collections.</param>
/// <param name="Pauses">How long they stopped everything.</param>
[GenerateSerializer, Immutable, Alias("va.silo-work")]
public sealed record SiloWork(
    TimeSpan Cpu, TimeSpan Kernel, long Calls, long Messages, long Bytes, long MemoryBytes, long PeakBytes, int Collections, TimeSpan Pauses)
{
    /// <summary>Several nodes together.</summary>
    public static SiloWork operator +(SiloWork a, SiloWork b) => new(
        a.Cpu + b.Cpu, a.Kernel + b.Kernel, a.Calls + b.Calls, a.Messages + b.Messages, a.Bytes + b.Bytes,
        a.MemoryBytes + b.MemoryBytes, a.PeakBytes + b.PeakBytes, a.Collections + b.Collections, a.Pauses + b.Pauses);

    /// <summary>What was done since <paramref name="before"/>; memory as it is now.</summary>
    public SiloWork Since(SiloWork before) => this with
    {
        Cpu = Cpu - before.Cpu, Kernel = Kernel - before.Kernel, Calls = Calls - before.Calls, Messages = Messages - before.Messages,
        Bytes = Bytes - before.Bytes, Collections = Collections - before.Collections, Pauses = Pauses - before.Pauses,
    };
}
