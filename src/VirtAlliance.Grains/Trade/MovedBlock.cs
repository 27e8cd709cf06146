using System.Buffers.Binary;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Trade;

/// <summary>What a block takes along when it moves to another node: a byte of product and a byte of franchises per place. Births it repeats there.</summary>
/// <param name="Quarter">The last that its customers lived through.</param>
/// <param name="Products">As the block has them.</param>
/// <param name="Franchises">As the block has them.</param>
internal sealed record MovedBlock(int Quarter, byte[] Products, byte[] Franchises)
{
    private const string QuarterKey = "va.quarter";
    private const string ProductsKey = "va.products";
    private const string FranchisesKey = "va.franchises";

    /// <summary>Packs a block up.</summary>
    public static void Pack(BlockCustomers customers, IDehydrationContext luggage)
    {
        Span<byte> quarter = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(quarter, customers.Quarter);
        luggage.AddBytes(QuarterKey, quarter);
        luggage.AddBytes(ProductsKey, customers.Products);
        luggage.AddBytes(FranchisesKey, customers.Franchises);
    }

    /// <summary>What was packed up; null: nothing.</summary>
    public static MovedBlock? Unpack(IRehydrationContext luggage)
    {
        if (!luggage.TryGetBytes(QuarterKey, out var quarter) || !luggage.TryGetBytes(ProductsKey, out var products) || !luggage.TryGetBytes(FranchisesKey, out var franchises))
            return null;
        return new MovedBlock(BinaryPrimitives.ReadInt32LittleEndian(System.Buffers.BuffersExtensions.ToArray(quarter)), System.Buffers.BuffersExtensions.ToArray(products), System.Buffers.BuffersExtensions.ToArray(franchises));
    }
}
