using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VirtAlliance.Client.Answers;

/// <summary>A command's answer as JSON on standard output.</summary>
internal static class Answer
{
    public static void Write<T>(T answer, JsonTypeInfo<T> type) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, type));
}
