using VirtAlliance.Contracts.Ledger.Records;

namespace VirtAlliance.Contracts.Wire;

/// <summary>How the model's types travel between nodes: as the bytes that the ledger writes. Within a node nothing is packed.</summary>
[GenerateSerializer, Immutable, Alias("va.packed")]
internal struct Packed
{
    [Id(0)]
    public byte[] Bytes;

    public static Packed Of<T, TPart>(T value) where TPart : IPart<T>
    {
        var writer = new RecordWriter();
        TPart.Write(ref writer, value);
        return new Packed { Bytes = writer.Done() };
    }

    public readonly T Open<T, TPart>() where TPart : IPart<T>
    {
        var reader = new RecordReader(Bytes);
        var value = TPart.Read(ref reader);
        reader.End();
        return value;
    }
}
