using System.IO.Compression;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Looks whether a PDF is whole and does nothing by itself. It is kept as it is, so it is refused rather than mended. This is a
/// bounded scan of names, also in compressed object streams, not a reader of PDF.
/// </summary>
internal sealed class PdfInspector(FileWalker file, FileStream source, int maxPages)
{
    private const int TailBytes = 66 * 1024;
    private const int MaxFollowed = 10_000;
    private const long InflateBudget = 64 * 1024 * 1024;
    private const int DictionaryBytes = 4096;

    private readonly PdfPages _pages = new();
    private readonly List<long> _objectStreams = [];
    private readonly List<long> _embeddedFiles = [];
    // Of zlib's second byte: packed with a dictionary agreed upon beforehand. No PDF has one, and to the unpacker it is no damage but a failure.
    private const int WantsDictionary = 0x20;

    private int _fileNames;

    public void Inspect()
    {
        CheckFrame();
        var whole = new EditList();
        whole.Keep(0, file.Length);
        PdfNames.Scan(new SplicedStream(source, whole), long.MaxValue, (name, at, after) =>
        {
            if (name.SequenceEqual("Encrypt"))
            {
                throw new RefusedException(RefusalCodes.EncryptedPdf);
            }
            RefuseActive(name, after);
            _pages.Found(name, at, after, file);
            if (name.SequenceEqual("ObjStm"))
            {
                Follow(_objectStreams, at);
            }
            else if (name.SequenceEqual("EmbeddedFile"))
            {
                Follow(_embeddedFiles, at);
            }
        });
        ScanObjectStreams();
        if (_pages.Count > maxPages)
        {
            throw RefusedException.Over(RefusalCodes.TooManyPages, maxPages, _pages.Count);
        }
        CheckEmbeddedFiles();
    }

    /// <summary>Header at the very start, and at the end a pointer to the cross-reference and <c>%%EOF</c>.</summary>
    private void CheckFrame()
    {
        var head = new byte[1024];
        var headLength = file.ReadAt(0, head);
        if (headLength < 8 || !char.IsAsciiDigit((char)head[5]) || head[6] != '.' || !char.IsAsciiDigit((char)head[7]))
        {
            throw RefusedException.Broken();
        }
        if (PolyglotCheck.LooksLikePage(head.AsSpan(0, headLength)))
        {
            throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Html);
        }

        var tail = new byte[(int)Math.Min(file.Length, TailBytes)];
        var tailStart = file.Length - tail.Length;
        file.ReadAt(tailStart, tail);
        var mark = tail.AsSpan().LastIndexOf("%%EOF"u8);
        PolyglotCheck.Refuse(file, mark < 0 ? file.Length : tailStart + mark + 5);
        if (mark < 0 || tail.Length - mark > 1024)
        {
            throw RefusedException.Broken();
        }
        CheckPointer(tail.AsSpan(0, mark));
    }

    private void CheckPointer(ReadOnlySpan<byte> beforeMark)
    {
        var word = beforeMark.LastIndexOf("startxref"u8);
        if (word < 0)
        {
            throw RefusedException.Broken();
        }
        var digits = beforeMark[(word + 9)..].Trim(" \t\r\n\f\0"u8);
        if (!long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var offset)
            || offset >= file.Length)
        {
            throw RefusedException.Broken();
        }
        Span<byte> there = stackalloc byte[32];
        var target = there[..file.ReadAt(offset, there)].TrimStart(" \t\r\n\f\0"u8);
        if (!target.StartsWith("xref"u8) && !(target.Length > 0 && char.IsAsciiDigit((char)target[0])))
        {
            throw RefusedException.Broken();
        }
    }

    private static void Follow(List<long> places, long at)
    {
        if (places.Count == MaxFollowed)
        {
            throw new RefusedException(RefusalCodes.ActivePdf);
        }
        places.Add(at);
    }

    private void RefuseActive(ReadOnlySpan<char> name, ReadOnlySpan<byte> after)
    {
        if (name is "JavaScript" or "Launch" or "XFA" or "RichMedia"
            || (name is "F" or "UF" && PdfFileName.Begins(after) && (++_fileNames > MaxFollowed || PdfFileName.NamesProgram(after))))
        {
            throw new RefusedException(RefusalCodes.ActivePdf);
        }
    }

    private void ScanObjectStreams()
    {
        var budget = InflateBudget;
        foreach (var at in _objectStreams)
        {
            if (FindStream(at) is not { } start)
            {
                continue;
            }
            using var inflated = Inflated(start) ?? throw new RefusedException(RefusalCodes.ActivePdf);
            try
            {
                budget -= PdfNames.Scan(inflated, budget, (name, _, after) =>
                {
                    RefuseActive(name, after);
                    _pages.Found(name, after);
                });
            }
            catch (InvalidDataException)
            {
                throw RefusedException.Broken();
            }
        }
    }

    private void CheckEmbeddedFiles()
    {
        var head = new byte[64];
        foreach (var at in _embeddedFiles)
        {
            if (FindStream(at) is not { } start)
            {
                continue;
            }
            int length;
            try
            {
                using var inflated = Inflated(start);
                length = inflated?.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) ?? file.ReadAt(start, head);
            }
            catch (InvalidDataException)
            {
                throw RefusedException.Broken();
            }
            if (ContentSniffer.KindOf(head.AsSpan(0, length)) is EvidenceKinds.Executable or EvidenceKinds.Script)
            {
                throw new RefusedException(RefusalCodes.ActivePdf);
            }
        }
    }

    /// <summary>Where the data of the stream begins whose dictionary holds the name at <paramref name="nameAt"/>; null when there is none.</summary>
    private long? FindStream(long nameAt)
    {
        var dictionary = new byte[DictionaryBytes];
        var bytes = dictionary.AsSpan(0, file.ReadAt(nameAt, dictionary));
        var word = bytes.IndexOf("stream"u8);
        if (word < 0 || bytes[..word].IndexOf("endobj"u8) >= 0)
        {
            return null;
        }
        var data = word + 6;
        data += bytes[data..] is [13, 10, ..] ? 2 : bytes[data..] is [10, ..] or [13, ..] ? 1 : 0;
        return nameAt + data;
    }

    /// <summary>The stream's content when it is plainly deflated; null when it is anything else.</summary>
    private ZLibStream? Inflated(long start)
    {
        Span<byte> head = stackalloc byte[2];
        if (file.ReadAt(start, head) < 2 || (head[0] & 0x0F) != 8 || (head[0] * 256 + head[1]) % 31 != 0)
        {
            return null;
        }
        if ((head[1] & WantsDictionary) != 0)
        {
            throw RefusedException.Broken();
        }
        var rest = new EditList();
        rest.Keep(start, file.Length - start);
        // Left open: the file belongs to the caller.
        return new ZLibStream(new SplicedStream(source, rest), CompressionMode.Decompress, leaveOpen: true);
    }
}
