namespace VirtAlliance.Model.Chance;

/// <summary>What a draw is for: the last word of its counter, so that draws for different ends never meet.</summary>
public enum Purpose : uint
{
    /// <summary>Four normals of a customer, at birth; by customer.</summary>
    Tastes = 1,

    /// <summary>Fifth normal (seats) and first product of a customer, at birth; by customer.</summary>
    Estate = 2,

    /// <summary>Franchises 0 to 3 of a customer, at birth; by customer.</summary>
    FirstFranchises = 3,

    /// <summary>Franchises 4 to 7.</summary>
    LastFranchises = 4,

    /// <summary>Choice among products; by four neighbouring customers.</summary>
    Choice = 5,

    /// <summary>Whether a customer without a product tries; by four neighbours.</summary>
    Trial = 6,

    /// <summary>Whether an order wins the vendor's franchise; by four neighbours.</summary>
    FranchiseWon = 7,
}
