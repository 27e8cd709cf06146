namespace VirtAlliance.Contracts.Ledger;

/// <summary>What is wrong with a run store.</summary>
[GenerateSerializer]
public enum StoreFault
{
    /// <summary>Something that this program knows no better word for.</summary>
    Other,

    /// <summary>The file is no database, or another program's.</summary>
    NotAStore,

    /// <summary>A newer version of the program made it.</summary>
    NewerSchema,

    /// <summary>It cannot be made or opened there, or not by this user.</summary>
    Unreachable,

    /// <summary>It cannot be written to.</summary>
    ReadOnly,

    /// <summary>There is no room left on the disk.</summary>
    Full,

    /// <summary>Its content is damaged.</summary>
    Damaged,

    /// <summary>Others kept it locked for too long; passes.</summary>
    Busy,

    /// <summary>Its server has gone away for now; passes when it is back.</summary>
    Away,
}

/// <summary>A run store cannot be used. The message is meant for users.</summary>
[GenerateSerializer, Alias("va.run-store")]
public class RunStoreException : Exception
{
    /// <summary>Says what is wrong, in general and in words.</summary>
    public RunStoreException(StoreFault fault, string message, Exception? cause = null) : base(message, cause) => Fault = fault;

    /// <summary>What is wrong.</summary>
    [Id(0)]
    public StoreFault Fault { get; }

    /// <summary>True: there is no store to be used at the place that was named, or not by this program or user.</summary>
    public bool IsOfPlace => Fault is StoreFault.NotAStore or StoreFault.NewerSchema or StoreFault.Unreachable or StoreFault.ReadOnly;

    /// <summary>True: what the store holds is sound, as far as is known; whatever cannot be done now can be done once the place is mended.</summary>
    public bool IsMendable => Fault is not StoreFault.Damaged;

    /// <summary>True: the same may well succeed later, and may be tried again without harm.</summary>
    public bool Passes => Fault is StoreFault.Busy or StoreFault.Away;
}
