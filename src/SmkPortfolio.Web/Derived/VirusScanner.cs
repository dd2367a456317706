using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Derived;

/// <summary>The scanner has not said what it thinks of a file.</summary>
/// <param name="message">For the log; it quotes no file.</param>
/// <param name="away">It cannot be reached at all: it is asked until it can.</param>
/// <param name="cause">What went wrong on the way.</param>
public sealed class ScanFailedException(string message, bool away, Exception? cause = null) : IOException(message, cause)
{
    public bool IsAway => away;
}

/// <summary>
/// The virus scanner that whoever runs the site has named, asked by the protocol of clamd (INSTREAM): beside the time stamp authority the only
/// stranger this program ever dials. A file goes there in pieces and never lies whole in memory.
/// </summary>
/// <param name="settings">Where it is.</param>
/// <param name="patience">How long one file may take: less than the lease of a file, with room for what comes after.</param>
public sealed class VirusScanner(VirusScanSettings settings, TimeSpan? patience = null)
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Start = "stream: ";
    private const string End = " FOUND";

    // What clamd calls a file of which it has read only the beginning, where it is told to say so (AlertExceedsMax).
    private const string NotReadWhole = "Heuristics.Limits.Exceeded";

    private static readonly TimeSpan Dialling = TimeSpan.FromSeconds(5);
    private readonly TimeSpan most = patience ?? TimeSpan.FromMinutes(2);

    public bool IsOn => settings.Address.Length > 0;

    /// <param name="content">Read from where it stands to its end.</param>
    /// <param name="cancel">Breaks it off.</param>
    /// <returns>The scanner's name for what it found; null when the file is clean.</returns>
    /// <exception cref="ScanFailedException">There is no answer, or none that says either.</exception>
    public async Task<string?> ScanAsync(Stream content, CancellationToken cancel)
    {
        using var client = await DialAsync(cancel);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(most);
        try
        {
            await using var line = client.GetStream();
            await SendAsync(content, line, ending.Token);
            return Judge(await AnswerAsync(line, ending.Token));
        }
        catch (Exception e) when (e is not ScanFailedException && (e is IOException or SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested)))
        {
            throw new ScanFailedException("The virus scanner broke off.", away: false, e);
        }
    }

    private async Task<TcpClient> DialAsync(CancellationToken cancel)
    {
        var colon = settings.Address.LastIndexOf(':');
        var client = new TcpClient();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(Dialling);
        try
        {
            await client.ConnectAsync(settings.Address[..colon].Trim('[', ']'), int.Parse(settings.Address.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture), ending.Token);
            return client;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            client.Dispose();
            throw new ScanFailedException("The virus scanner cannot be reached.", away: true, e);
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream line, CancellationToken cancel)
    {
        var piece = new byte[sizeof(int) + Piece];
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        int read;
        do
        {
            read = await content.ReadAtLeastAsync(piece.AsMemory(sizeof(int)), Piece, throwOnEndOfStream: false, cancel);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            if (!await IsTakenAsync(line, piece.AsMemory(0, sizeof(int) + read), cancel))
            {
                return;
            }
        }
        while (read > 0);
    }

    /// <summary>False when the scanner has hung up: it may have said before why, as it does of what is too long for it.</summary>
    private static async Task<bool> IsTakenAsync(NetworkStream line, ReadOnlyMemory<byte> piece, CancellationToken cancel)
    {
        try
        {
            await line.WriteAsync(piece, cancel);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream line, CancellationToken cancel)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && answer.AsSpan(0, length).IndexOf((byte)0) < 0 && await line.ReadAsync(answer.AsMemory(length), cancel) is > 0 and var more)
        {
            length += more;
        }
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n', '\r');
    }

    private static string? Judge(string answer) =>
        answer == Start + "OK" ? null
        : answer.StartsWith(Start, StringComparison.Ordinal) && answer.EndsWith(End, StringComparison.Ordinal) && answer.Length > Start.Length + End.Length
            && !answer.AsSpan(Start.Length).StartsWith(NotReadWhole, StringComparison.Ordinal) ? answer[Start.Length..^End.Length]
        : throw new ScanFailedException(answer.Length == 0 ? "The virus scanner gave no answer." : $"The virus scanner says: {answer}", away: false);
}
