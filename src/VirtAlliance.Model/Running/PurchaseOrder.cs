namespace VirtAlliance.Model.Running;

/// <summary>Seats ordered of a product in a segment, over any number of customers; not multiplied by stands-for.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Product">Index of the product.</param>
/// <param name="Seats">Seats ordered.</param>
/// <param name="SeatQuarters">Seats times the quarters they were ordered for.</param>
public readonly record struct PurchaseOrder(int Segment, int Product, long Seats, long SeatQuarters);
