using System.Globalization;

namespace VirtAlliance.Scenarios.Reading;

/// <summary>Where something stands: in a file by line and column from 1, or in an option, which has no lines.</summary>
/// <param name="Source">The file's name, or the option as given.</param>
/// <param name="Line">From 1; 0 for an option.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Place(string Source, int Line, int Column) : IComparable<Place>
{
    public static Place Option(string option) => new(option, 0, 0);

    public bool IsOption => Line == 0;

    public int CompareTo(Place other)
    {
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    public override string ToString() => IsOption ? Source : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}:{Column}");
}
