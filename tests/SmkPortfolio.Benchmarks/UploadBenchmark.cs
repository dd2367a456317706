using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// Sixteen files of 20 MB at once, announced, sent, looked at, stored and put on a work by the real program, against <c>cp</c> and <c>sha256sum</c> of the
/// same files on the same disk. The senders share the machine's cores with the site; they hand the files to the kernel and do nothing else.
/// </summary>
internal static class UploadBenchmark
{
    private const int Files = 16;
    private const int Bytes = 20 * 1024 * 1024;
    private const int SmallBytes = 128 * 1024;
    private const double Megabyte = 1024 * 1024;

    private sealed record Row(string Store, string Content, double Seconds, double Alone, double Together, double? Bare, double AboveIdle, double AboveStart)
    {
        public double PerSecond => Files * Bytes / Megabyte / Seconds;

        public double Ratio => Alone / Seconds;

        public double RatioTogether => Together / Seconds;

        public string BareText => Bare is { } bare ? FormattableString.Invariant($"{bare:F2}") : "-";
    }

    public static async Task RunAsync(int rounds)
    {
        List<Row> rows = [.. await MeasureAsync("disk", rounds, null)];
        string? reason = null;
        if (Environment.GetEnvironmentVariable("SMK_TEST_AZURITE") is { Length: > 0 } azurite)
        {
            var container = $"benchmark-{Guid.NewGuid():N}";
            rows.AddRange(await MeasureAsync("azurite", Math.Min(rounds, 2), new BlobContainerClient(azurite, container), ("Evidence__Provider", "azure"), ("Evidence__ConnectionString", azurite), ("Evidence__Container", container)));
        }
        else
        {
            reason = "SMK_TEST_AZURITE holds no connection string";
        }
        Tell(rows, reason, rounds);
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(string store, int rounds, BlobContainerClient? bare, params (string, string)[] settings)
    {
        using var site = await PublicSite.StartAsync([.. settings, ("Limits__FilesPerEntry", "10000"), ("Limits__PersonBytes", "0"), ("Limits__SchoolBytes", "0"), ("Limits__OpenUploads", "100")]);
        await site.SignInAsync();
        var entry = await site.BeginEntryAsync();
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "files")).FullName;
        var started = site.Memory.Now;
        // So that what is measured is no first time: the code of every step is compiled, and small files and their pictures went through it.
        SendAll(site, entry, Write(folder, 1, SmallBytes, withPlace: true));
        SendAll(site, entry, Write(folder, 2, SmallBytes, withPlace: false));
        await site.RestAsync();
        var idle = site.Memory.Now;
        List<Row> rows = [];
        foreach (var withPlace in new[] { false, true })
        {
            List<(double Seconds, double Alone, double Together, double Bare)> measured = [];
            site.ForgetPeak();
            for (var round = 0; round < rounds; round++)
            {
                var files = Write(folder, (1000 * round) + (withPlace ? 500 : 1), Bytes, withPlace);
                var alone = Copy(files, folder, together: false);
                var together = Copy(files, folder, together: true);
                measured.Add((SendAll(site, entry, files), alone, together, bare is null ? 0 : await PutAllAsync(bare, files)));
            }
            rows.Add(new Row(store, withPlace ? "photos with notes, cleaned" : "photos and documents, clean", Median(measured, m => m.Seconds), Median(measured, m => m.Alone), Median(measured, m => m.Together), bare is null ? null : Median(measured, m => m.Bare), (site.Memory.Peak - idle) / Megabyte, (site.Memory.Peak - started) / Megabyte));
        }
        return rows;
    }

    /// <summary>Every fourth is a document.</summary>
    private static List<string> Write(string folder, int seed, int length, bool withPlace)
    {
        List<string> files = [];
        for (var i = 0; i < Files; i++)
        {
            var path = Path.Combine(folder, FormattableString.Invariant($"{i}.bin"));
            File.WriteAllBytes(path, i % 4 == 3 && !withPlace ? UploadFiles.Document(length, seed + i) : UploadFiles.Photo(length, seed + i, withPlace));
            files.Add(path);
        }
        return files;
    }

    /// <summary>Seconds for copying and hashing, one file after the other or all at once.</summary>
    private static double Copy(List<string> files, string folder, bool together)
    {
        var end = together ? " &" : ";";
        var script = string.Join('\n', files.Select(f => $"(cp {f} {folder}/copy-{Path.GetFileName(f)} && sha256sum {f}){end}")) + "\nwait";
        var since = Stopwatch.GetTimestamp();
        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true })!)
        {
            shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
        }
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        files.ForEach(f => File.Delete(Path.Combine(folder, "copy-" + Path.GetFileName(f))));
        return seconds;
    }

    /// <summary>Seconds for handing the files to the storage service and nothing else, all at once.</summary>
    private static async Task<double> PutAllAsync(BlobContainerClient container, List<string> files)
    {
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(files.Select((file, i) => container.GetBlobClient(FormattableString.Invariant($"bare/{i}")).UploadAsync(file, overwrite: true)));
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static double SendAll(PublicSite site, string entry, List<string> files)
    {
        var since = Stopwatch.GetTimestamp();
        var faults = new List<Exception>();
        var threads = files.Select((file, i) => new Thread(() =>
        {
            try
            {
                Send(site, entry, file, i % 4 == 3 ? "halaman.pdf" : "foto.jpg");
            }
            catch (Exception e) when (e is SocketException or InvalidDataException)
            {
                lock (faults)
                {
                    faults.Add(e);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return faults.Count == 0 ? Stopwatch.GetElapsedTime(since).TotalSeconds : throw new AggregateException(faults);
    }

    private static void Send(PublicSite site, string entry, string file, string name)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, site.Port);
        var length = new FileInfo(file).Length;
        var common = $"Host: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nCookie: {site.Cookie}\r\nTus-Resumable: 1.0.0\r\n";
        socket.Send(Encoding.ASCII.GetBytes(FormattableString.Invariant($"POST /uploads HTTP/1.1\r\n{common}Upload-Length: {length}\r\nUpload-Metadata: entry {Encoded(entry)},filename {Encoded(name)}\r\nContent-Length: 0\r\n\r\n")));
        var made = Answer(socket, "201");
        var path = made.Split("\r\n").First(l => l.StartsWith("Location: ", StringComparison.Ordinal))["Location: ".Length..];
        socket.Send(Encoding.ASCII.GetBytes(FormattableString.Invariant($"PATCH {path} HTTP/1.1\r\n{common}Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {length}\r\n\r\n")));
        socket.SendFile(file);
        Answer(socket, "204");
    }

    private static string Answer(Socket socket, string status)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        do
        {
            var read = socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            length += read > 0 ? read : throw new InvalidDataException("The site closed the connection.");
        }
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0);
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        return text.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal) ? text : throw new InvalidDataException(text);
    }

    private static void Tell(List<Row> rows, string? azuriteReason, int rounds)
    {
        Console.WriteLine(FormattableString.Invariant($"{"store",-9}{"content",-30}{"seconds",9}{"MB/s",8}{"cp+sha256sum",14}{"ratio",7}{"16 at once",12}{"ratio",7}{"bare put",10}{"MiB above idle",16}{"above start",13}"));
        foreach (var r in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{r.Store,-9}{r.Content,-30}{r.Seconds,9:F2}{r.PerSecond,8:F0}{r.Alone,14:F2}{r.Ratio,7:F2}{r.Together,12:F2}{r.RatioTogether,7:F2}{r.BareText,10}{r.AboveIdle,16:F0}{r.AboveStart,13:F0}"));
        }
        Console.WriteLine(FormattableString.Invariant($"{Files} files of {Bytes / Megabyte:F0} MB, all at once, each announced by POST and sent by one PATCH until the file stands on the work; medians of {rounds} rounds (Azurite: at most 2);"));
        Console.WriteLine("cp+sha256sum: the same files copied and hashed one after the other; 16 at once: the same in 16 processes. They flush nothing; the site flushes every part to the disk.");
        Console.WriteLine("bare put: seconds for handing the same files to the storage service by its own library, all at once, and nothing else");
        Console.WriteLine("MiB above idle: peak of the process's resident memory, smaller pictures included, over what it held when it had taken sixteen files of 128 KB of each content and come to rest; above start: over what it held after its start and sign-in");
        if (azuriteReason is not null)
        {
            Console.WriteLine($"azurite: not measured, {azuriteReason}");
        }
        var figures = new
        {
            benchmark = "upload",
            cores = Environment.ProcessorCount,
            files = Files,
            bytesEach = Bytes,
            rows = rows.Select(r => new { r.Store, r.Content, seconds = Rounded(r.Seconds), megabytesPerSecond = Rounded(r.PerSecond), copySeconds = Rounded(r.Alone), ratio = Rounded(r.Ratio), copyTogetherSeconds = Rounded(r.Together), ratioTogether = Rounded(r.RatioTogether), barePutSeconds = r.Bare is { } bare ? Rounded(bare) : (double?)null, megabytesAboveIdle = Rounded(r.AboveIdle), megabytesAboveStart = Rounded(r.AboveStart) }),
            azurite = azuriteReason is null ? "measured" : null,
            azuriteReason,
        };
        Console.WriteLine("figures: " + JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static double Median<T>(List<T> of, Func<T, double> value) => of.Select(value).Order().ElementAt(of.Count / 2);

    private static double Rounded(double value) => double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
