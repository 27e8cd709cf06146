namespace VirtAlliance.Client;

/// <summary>The user asked for something that cannot be done as asked: the message says what and why, and nothing was written.</summary>
internal sealed class UnusableInputException(string message) : Exception(message);
