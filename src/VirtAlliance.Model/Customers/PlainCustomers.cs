using System.Collections.Immutable;
using VirtAlliance.Model.Chance;
using VirtAlliance.Model.Conditions;

namespace VirtAlliance.Model.Customers;

/// <summary>A segment's customers one by one, in plain code: what a block does to thousands at a time, to the bit.</summary>
internal sealed class PlainCustomers
{
    private readonly Market _market;
    private readonly int _segment;
    private readonly BirthDraws _births;
    private readonly BirthDraws? _openingBirths;
    private readonly FirstProducts _first;
    private readonly SegmentChoice _choice;
    private readonly ChoiceTerms _terms;
    private readonly FranchiseWins _wins;
    private readonly byte[] _codes;
    private MarketConditions? _conditions;
    private uint _trials;

    /// <param name="market">The run's market.</param>
    /// <param name="segment">Index of the segment.</param>
    /// <param name="likings">ξ of the opening market's products [utils].</param>
    /// <param name="first">Their first products.</param>
    public PlainCustomers(Market market, int segment, ImmutableArray<double> likings, FirstProducts first)
    {
        _market = market;
        _segment = segment;
        _births = new BirthDraws(market, segment);
        var opening = market.OpeningSegments[segment];
        _openingBirths = opening < 0 ? null : new BirthDraws(market.Opening, opening);
        _first = first;
        _choice = SegmentChoice.InForce(market, segment, likings);
        _terms = _choice.NewTerms();
        _wins = new FranchiseWins(market.Definition);
        _codes = [.. Enumerable.Range(0, market.None).Select(j => (byte)j)];
    }

    /// <summary>Choices made since <see cref="Enter"/>.</summary>
    public long Decisions { get; private set; }

    /// <summary>What a customer is born with.</summary>
    public CustomerBirth Birth(long customer) => _births.Of(customer);

    /// <summary>What it runs before quarter 0; one who comes later starts with none.</summary>
    public byte FirstProduct(long customer, in CustomerBirth birth) =>
        customer < _market.Definition.Segments[_segment].CustomersAt(0)
            ? _first.Of(birth, _openingBirths?.Of(customer).Franchises ?? 0)
            : (byte)_market.None;

    /// <summary>Conditions of the next choices.</summary>
    public void Enter(MarketConditions conditions)
    {
        _conditions = conditions;
        Decisions = 0;
        _choice.Write(_terms, conditions, _codes, _market.None);
        _wins.Write(conditions);
        _trials = Uniform.NumbersBelow(Adoption.TrialProbability(_market.Definition.Segments[_segment], conditions.Segments[_segment]));
    }

    /// <summary>A customer's quarter: changes what it runs and holds, if it is in the market.</summary>
    /// <returns>Quarters of the contract it signs; 0 if it signs none.</returns>
    public int Live(long customer, in CustomerBirth birth, ref byte product, ref byte franchises)
    {
        var quarter = (uint)_conditions!.Quarter;
        var contract = _market.Definition.Segments[_segment].ContractQuarters;
        var sinceDate = (int)((quarter + customer / 4) % contract);
        var inMarket = product == _market.None ? Word(customer, quarter, Purpose.Trial) >> Uniform.Shift < _trials : sinceDate == 0;
        if (!inMarket) return 0;
        Decisions++;
        product = ScalarChoice.Choose(_terms, birth, product, franchises, Uniform.Of(Word(customer, quarter, Purpose.Choice)));
        if (product == _market.None) return 0;
        franchises = _wins.After(product, franchises, Word(customer, quarter, Purpose.FranchiseWon));
        return contract - sinceDate;
    }

    private uint Word(long customer, uint quarter, Purpose purpose) =>
        Philox.Draw(_market.Key, (uint)(customer / 4), _market.SegmentHashes[_segment], quarter, purpose)[(int)(customer % 4)];
}
