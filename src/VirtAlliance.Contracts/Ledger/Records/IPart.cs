namespace VirtAlliance.Contracts.Ledger.Records;

/// <summary>How one kind of record part is written and read. Static, so that arrays of parts cost no virtual calls.</summary>
internal interface IPart<T>
{
    /// <summary>The fewest bytes that a part takes: bounds what a damaged length may ask for.</summary>
    static abstract int MinBytes { get; }

    static abstract void Write(ref RecordWriter writer, T part);

    static abstract T Read(ref RecordReader reader);
}
