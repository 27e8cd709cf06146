using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Contracts.Ledger.Records;

internal readonly struct CustomerTotalsPart : IPart<CustomerTotals>
{
    public static int MinBytes => 5;

    public static void Write(ref RecordWriter writer, CustomerTotals part)
    {
        writer.Numbers(part.Customers.AsSpan());
        writer.Numbers(part.Seats.AsSpan());
        writer.Numbers(part.OrderedSeats.AsSpan());
        writer.Numbers(part.OrderedSeatQuarters.AsSpan());
        writer.Numbers(part.FranchiseSeats.AsSpan());
    }

    public static CustomerTotals Read(ref RecordReader reader) =>
        new(reader.Numbers(), reader.Numbers(), reader.Numbers(), reader.Numbers(), reader.Numbers());
}

internal readonly struct PanelFiguresPart : IPart<PanelFigures>
{
    public static int MinBytes => 4;

    public static void Write(ref RecordWriter writer, PanelFigures part)
    {
        writer.Numbers(part.DemandMilli.AsSpan());
        writer.Numbers(part.LambdaMicro.AsSpan());
        SymmetricMatrix.Write(ref writer, part.GammaMicro.AsSpan(), part.DemandMilli.AsSpan().Length);
        writer.Number(part.SurplusCents);
    }

    public static PanelFigures Read(ref RecordReader reader)
    {
        var demand = reader.Numbers();
        return new PanelFigures(demand, reader.Numbers(), SymmetricMatrix.Read(ref reader, demand.Length), reader.Number());
    }
}

internal readonly struct SegmentSurveyPart : IPart<SegmentSurvey>
{
    public static int MinBytes => 2;

    public static void Write(ref RecordWriter writer, SegmentSurvey part)
    {
        writer.Bytes(part.Products.AsSpan());
        writer.Bytes(part.Franchises.AsSpan());
    }

    public static SegmentSurvey Read(ref RecordReader reader) => new(reader.Bytes(), reader.Bytes());
}

/// <summary>Γ, the largest part of a record, as its lower triangle; as it is if it should not be square and symmetric.</summary>
internal static class SymmetricMatrix
{
    private const int MaxSize = 32_768;

    public static void Write(ref RecordWriter writer, ReadOnlySpan<long> matrix, int size)
    {
        var symmetric = IsSymmetric(matrix, size);
        writer.Boolean(symmetric);
        if (!symmetric)
        {
            writer.Numbers(matrix);
            return;
        }
        for (var row = 0; row < size; row++) writer.Run(matrix.Slice(row * size, row + 1));
    }

    public static ImmutableArray<long> Read(ref RecordReader reader, int size)
    {
        if (reader.Boolean()) return Mirror(ref reader, size);
        var matrix = reader.Numbers();
        return IsSymmetric(matrix.AsSpan(), size) ? throw reader.Bad("has a symmetric matrix in full") : matrix;
    }

    private static ImmutableArray<long> Mirror(ref RecordReader reader, int size)
    {
        if (size > MaxSize) throw reader.Bad($"has a matrix of {size} rows");
        reader.Expect((long)size * (size + 1) / 2);
        var matrix = new long[size * size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column <= row; column++)
                matrix[row * size + column] = matrix[column * size + row] = reader.Number();
        return ImmutableCollectionsMarshal.AsImmutableArray(matrix);
    }

    private static bool IsSymmetric(ReadOnlySpan<long> matrix, int size)
    {
        if (size > MaxSize || matrix.Length != size * size) return false;
        for (var row = 1; row < size; row++)
            for (var column = 0; column < row; column++)
                if (matrix[row * size + column] != matrix[column * size + row]) return false;
        return true;
    }
}
