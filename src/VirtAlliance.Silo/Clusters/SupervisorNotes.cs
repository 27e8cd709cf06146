namespace VirtAlliance.Silo.Clusters;

/// <summary>What a supervisor notes in its log. A full disk keeps it from that, not from its work.</summary>
internal static class SupervisorNotes
{
    public static void Say(string what)
    {
        try
        {
            Console.WriteLine($"{DateTime.UtcNow:O} {what}");
        }
        catch (IOException)
        {
            // there is no room for the note
        }
    }
}
