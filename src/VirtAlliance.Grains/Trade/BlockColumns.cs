using System.Buffers.Binary;
using Orleans.Runtime;

namespace VirtAlliance.Grains.Trade;

/// <summary>All that cannot be made anew by birth: a byte of product and a byte of franchises per place. A block takes it along when it moves to another node, and leaves it in checkpoints.</summary>
/// <param name="Quarter">The last that its customers lived through.</param>
/// <param name="Products">As the block has them.</param>
/// <param name="Franchises">As the block has them.</param>
internal sealed record BlockColumns(int Quarter, byte[] Products, byte[] Franchises)
{
    private const string QuarterKey = "va.quarter";
    private const string ProductsKey = "va.products";
    private const string FranchisesKey = "va.franchises";

    /// <summary>A copy of what the customers hold.</summary>
    public static BlockColumns Of(BlockCustomers customers) => new(customers.BlockQuarter, customers.Products.ToArray(), customers.Franchises.ToArray());

    /// <summary>Packs a block up.</summary>
    public static void Pack(BlockCustomers customers, IDehydrationContext luggage)
    {
        Span<byte> quarter = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(quarter, customers.BlockQuarter);
        luggage.AddBytes(QuarterKey, quarter);
        luggage.AddBytes(ProductsKey, customers.Products);
        luggage.AddBytes(FranchisesKey, customers.Franchises);
    }

    /// <summary>What was packed up; null: nothing.</summary>
    public static BlockColumns? Unpack(IRehydrationContext luggage)
    {
        if (!luggage.TryGetBytes(QuarterKey, out var quarter) || !luggage.TryGetBytes(ProductsKey, out var products) || !luggage.TryGetBytes(FranchisesKey, out var franchises))
            return null;
        return new BlockColumns(BinaryPrimitives.ReadInt32LittleEndian(System.Buffers.BuffersExtensions.ToArray(quarter)), System.Buffers.BuffersExtensions.ToArray(products), System.Buffers.BuffersExtensions.ToArray(franchises));
    }
}
