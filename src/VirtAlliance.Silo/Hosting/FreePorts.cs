using System.Net;
using System.Net.Sockets;

namespace VirtAlliance.Silo.Hosting;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePorts
{
    /// <summary>That many, all different. Another program may take one before it is used: whoever listens must be ready to ask again.</summary>
    public static int[] Find(IPAddress address, int count)
    {
        var listeners = new TcpListener[count];
        try
        {
            for (var i = 0; i < count; i++)
            {
                listeners[i] = new TcpListener(address, 0);
                listeners[i].Start();
            }
            return [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners) listener?.Dispose();
        }
    }
}
