using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VirtAlliance.Silo.Web.Feeds;

/// <summary>Events as browsers read them (text/event-stream).</summary>
internal static class Frame
{
    /// <summary>Keeps connections from looking idle.</summary>
    public static readonly byte[] Heartbeat = ": still here\n\n"u8.ToArray();

    /// <summary>Tells a browser how long to wait before it asks again [ms].</summary>
    public static readonly byte[] Retry = "retry: 400\n\n"u8.ToArray();

    /// <summary>An event with an id, from which a browser goes on after a disconnect; null: without.</summary>
    public static byte[] Of<T>(string name, int? id, T data, JsonTypeInfo<T> type)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"event: {name}\n{(id is { } number ? $"id: {number}\n" : "")}data: ");
        return [.. Encoding.ASCII.GetBytes(head), .. JsonSerializer.SerializeToUtf8Bytes(data, type), (byte)'\n', (byte)'\n'];
    }
}
