namespace VirtAlliance.Model.Running;

/// <summary>An always-on assertion of the model failed: seats or money were created or lost. The run stops.</summary>
public sealed class BrokenLawException(string law) : Exception(law);
