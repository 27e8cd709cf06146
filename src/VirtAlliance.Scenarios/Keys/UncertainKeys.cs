namespace VirtAlliance.Scenarios.Keys;

/// <summary>Keys of an uncertain number.</summary>
internal static class UncertainKeys
{
    public static readonly Key Path = Key.Need("path", new TextShape(), "Which number; * matches any name.");
    public static readonly Key Uniform = Key.Maybe("uniform", Numbers(2), "[lowest, highest]");
    public static readonly Key Normal = Key.Maybe("normal", Numbers(2), "[mean, standard deviation]");
    public static readonly Key Triangular = Key.Maybe("triangular", Numbers(3), "[lowest, mode, highest]");
    public static readonly Key LogUniform = Key.Maybe("log-uniform", Numbers(2), "[lowest, highest], both above 0");

    private static readonly EntryShape Distribution = new("a distribution", [Uniform, Normal, Triangular, LogUniform], ["uniform", "normal", "triangular", "log-uniform"]);

    public static readonly Key Value = Key.Maybe("value", Distribution, "Draws the number itself.");
    public static readonly Key Scale = Key.Maybe("scale", Distribution, "Draws a factor of the file's number.");

    public static readonly Key Free = Key.With("free", new ChoiceShape("true", "false"), "false", "Calibration moves it.");

    public static readonly EntryShape Shape = new("an uncertain number", [Path, Value, Scale, Free], ["value", "scale"]);

    private static ListShape Numbers(int count) => new(new RealShape(), count);
}
