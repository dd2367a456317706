using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SmkPortfolio.Benchmarks;

/// <summary>One connection that asks the same thing again and again, with as little work as can be: it shares the cores with the site.</summary>
internal static class Load
{
    private const int Largest = 1024 * 1024;

    /// <summary>How many answers came within the time.</summary>
    public static long Run(int port, byte[] request, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var buffer = new byte[Largest];
        var answered = 0L;
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < time; answered++)
        {
            socket.Send(request);
            ReadAnswer(socket, buffer);
        }
        return answered;
    }

    private static void ReadAnswer(Socket socket, byte[] buffer)
    {
        var length = 0;
        int head;
        while ((head = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            length += Receive(socket, buffer, length);
        }
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidDataException($"Answered {System.Text.Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 100))}");
        }
        var headers = buffer.AsSpan(0, head);
        var at = head + 4;
        if (headers.IndexOf("Content-Length: "u8) is >= 0 and var field)
        {
            var body = Number(headers[(field + "Content-Length: ".Length)..], default);
            while (length < at + body)
            {
                length += Receive(socket, buffer, length);
            }
            return;
        }
        int chunk;
        do
        {
            int line;
            while ((line = buffer.AsSpan(at, length - at).IndexOf("\r\n"u8)) < 0)
            {
                length += Receive(socket, buffer, length);
            }
            chunk = Number(buffer.AsSpan(at, line), 'x');
            at += line + 2 + chunk + 2;
            while (length < at)
            {
                length += Receive(socket, buffer, length);
            }
        }
        while (chunk > 0);
    }

    private static int Number(ReadOnlySpan<byte> text, char format) =>
        Utf8Parser.TryParse(text, out int number, out _, format) ? number : throw new InvalidDataException("A length cannot be read.");

    private static int Receive(Socket socket, byte[] buffer, int at) =>
        socket.Receive(buffer, at, buffer.Length - at, SocketFlags.None) is > 0 and var read ? read : throw new EndOfStreamException("The site closed the connection.");
}
