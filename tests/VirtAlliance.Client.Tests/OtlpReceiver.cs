using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VirtAlliance.Client.Tests;

/// <summary>A collector of OpenTelemetry (OTLP over http/protobuf) that keeps what it is sent.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();

    public OtlpReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _ = Receive();
    }

    public string Endpoint { get; }

    public ConcurrentBag<(string Trace, string Span, string Parent, string Name)> Spans { get; } = [];

    public ConcurrentBag<string> Metrics { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task Receive()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var body = new MemoryStream();
            await request.Request.InputStream.CopyToAsync(body);
            Read(request.Request.Url!.AbsolutePath, body.ToArray());
            request.Response.Close();
        }
    }

    /// <summary>ExportTraceServiceRequest { resource_spans(1) { scope_spans(2) { spans(2) { trace_id(1), span_id(2), parent_span_id(4), name(5) } } } }, and likewise for metrics { name(1) }.</summary>
    private void Read(string path, byte[] body)
    {
        foreach (var item in Parts(body, 1).SelectMany(r => Parts(r, 2)).SelectMany(s => Parts(s, 2)))
        {
            if (path == "/v1/traces") Spans.Add((Hex(item, 1), Hex(item, 2), Hex(item, 4), Encoding.UTF8.GetString(Parts(item, 5).Single())));
            if (path == "/v1/metrics") Metrics.Add(Encoding.UTF8.GetString(Parts(item, 1).Single()));
        }
    }

    private static string Hex(byte[] message, int field) => Convert.ToHexString(Parts(message, field).FirstOrDefault() ?? []);

    /// <summary>The values of a length-delimited field of a protobuf message.</summary>
    private static IEnumerable<byte[]> Parts(byte[] message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (key & 7) switch { 0 => Skip(message, ref at), 1 => 8, 2 => (int)Varint(message, ref at), 5 => 4, _ => throw new InvalidDataException("no protobuf") };
            if (key >> 3 == (ulong)field && (key & 7) == 2) yield return message[at..(at + length)];
            at += length;
        }
    }

    private static int Skip(byte[] message, ref int at)
    {
        Varint(message, ref at);
        return 0;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
