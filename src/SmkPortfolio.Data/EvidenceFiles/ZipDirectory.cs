using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A file in a ZIP, its data checked to stand where nothing else stands.</summary>
internal sealed record ZipMember(string Name, long Start, long DataStart, long Packed, long Length, uint Sum, bool Deflated)
{
    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>
/// The directory of a ZIP, read more strictly than unpackers do: one member behind the other from the first byte to the directory, the
/// directory to the end, both saying the same. So there is no second way to read it.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndBytes = 22;
    private const int RecordBytes = 46;
    private const int LocalBytes = 30;
    private const int LongestName = 512;

    // Above a megabyte nothing that people make packs better than this.
    private const int MostTimes = 200;
    private const int AnyTimes = 1024 * 1024;

    private readonly FileWalker _file;
    private readonly FileStream _source;

    private ZipDirectory(FileWalker file, FileStream source, UnpackBudget budget) => (_file, _source, Budget) = (file, source, budget);

    /// <summary>What is left to unpack, also for what is packed within a member.</summary>
    public UnpackBudget Budget { get; }

    public IReadOnlyList<ZipMember> Members { get; private set; } = [];

    public static ZipDirectory Read(FileWalker file, FileStream source, int maxMembers, UnpackBudget budget)
    {
        var directory = new ZipDirectory(file, source, budget);
        directory.Read(maxMembers);
        return directory;
    }

    /// <summary>Unpacks a member and compares its length and sum; the budget shrinks.</summary>
    public void Unpack(ZipMember member, Stream target)
    {
        var part = new EditList();
        part.Keep(member.DataStart, member.Packed);
        var packed = new SplicedStream(_source, part);
        using var inflated = member.Deflated ? new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true) : null;
        Stream unpacked = inflated is null ? packed : inflated;
        var sum = new Crc32();
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                length += read;
                if (!Budget.Spend(read) || length > member.Length)
                {
                    throw new RefusedException(RefusalCodes.Swells) { Member = member.Name };
                }
                sum.Append(buffer.AsSpan(0, read));
                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(RefusalCodes.Broken) { Member = member.Name };
        }
        if (length != member.Length || sum.GetCurrentHashAsUInt32() != member.Sum)
        {
            throw new RefusedException(RefusalCodes.Broken) { Member = member.Name };
        }
    }

    private void Read(int maxMembers)
    {
        var (start, end, count) = End();
        if (count > maxMembers)
        {
            throw RefusedException.Over(RefusalCodes.TooManyMembers, maxMembers, count);
        }
        var members = new List<ZipMember>(count);
        var gaps = new List<bool>(count);
        _file.Position = start;
        for (var i = 0; i < count; i++)
        {
            members.Add(Record(end, out var described));
            gaps.Add(described);
        }
        if (_file.Position != end)
        {
            throw RefusedException.Broken();
        }
        Refuse(members);
        // By their place: that of the directory may be another.
        long at = 0;
        foreach (var (member, described) in members.Zip(gaps).OrderBy(m => m.First.Start))
        {
            at = Follows(at, member.Start);
            at = member.DataStart + member.Packed;
            at += described ? DescriptionLength(at, member) : 0;
        }
        Follows(at, start);
        Members = members;
    }

    private static long Follows(long end, long start) => start == end ? start
        : throw new RefusedException(start < end ? RefusalCodes.ArchiveOverlap : RefusalCodes.Broken);

    private void Refuse(List<ZipMember> members)
    {
        long whole = 0;
        foreach (var member in members)
        {
            whole += member.Length;
            if (whole > Budget.Left || (member.Length > AnyTimes && member.Length / MostTimes > member.Packed))
            {
                throw new RefusedException(RefusalCodes.Swells) { Member = member.Name };
            }
        }
    }

    private (long Start, long End, int Count) End()
    {
        var tail = new byte[(int)Math.Min(_file.Length, EndBytes + ushort.MaxValue)];
        _file.ReadAt(_file.Length - tail.Length, tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (!record.StartsWith("PK\u0005\u0006"u8) || BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) != record.Length - EndBytes)
            {
                continue;
            }
            var comment = record[EndBytes..];
            if (PolyglotCheck.LooksLikePage(comment))
            {
                throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Html);
            }
            if (ContentSniffer.KindOf(comment) is var kind and not (EvidenceKinds.Text or EvidenceKinds.Unknown))
            {
                throw new RefusedException(RefusalCodes.Polyglot, kind);
            }
            var (disks, here, count) = (BinaryPrimitives.ReadUInt32LittleEndian(record[4..]), BinaryPrimitives.ReadUInt16LittleEndian(record[8..]), BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
            var (length, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
            var end = _file.Length - record.Length;
            return disks == 0 && here == count && count > 0 && start + (long)length == end ? (start, end, count) : throw RefusedException.Broken();
        }
        throw new RefusedException(RefusalCodes.Truncated);
    }

    private ZipMember Record(long end, out bool described)
    {
        if (end - _file.Position < RecordBytes)
        {
            throw RefusedException.Broken();
        }
        var record = _file.ReadBytes(RecordBytes);
        var (flags, method) = (BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(10)));
        var (nameLength, extra, comment) = (BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(28)), BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(30)), BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(32)));
        if (!record.AsSpan(0, 4).SequenceEqual("PK\u0001\u0002"u8) || nameLength is 0 or > LongestName)
        {
            throw RefusedException.Broken();
        }
        var nameBytes = _file.ReadBytes(nameLength);
        _file.Skip(extra + comment);
        var name = NameOf(nameBytes, (flags & 0x800) != 0);
        if ((flags & 0x2041) != 0)
        {
            throw new RefusedException(RefusalCodes.EncryptedArchive) { Member = name };
        }
        var (packed, length, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(20)), BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(24)), BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(42)));
        described = (flags & 8) != 0;
        var local = new byte[LocalBytes + nameLength];
        if (method is not (0 or 8) || (method == 0 && packed != length) || _file.ReadAt(start, local) < local.Length
            || !local.AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8) || !local.AsSpan(LocalBytes).SequenceEqual(nameBytes)
            || !local.AsSpan(6, 4).SequenceEqual(record.AsSpan(8, 4)) || BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26)) != nameLength
            || (!described && !local.AsSpan(14, 12).SequenceEqual(record.AsSpan(16, 12))))
        {
            throw new RefusedException(RefusalCodes.Broken) { Member = name };
        }
        var data = start + local.Length + (long)BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28));
        return new ZipMember(name, start, data, packed, length, BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(16)), method == 8);
    }

    /// <summary>Behind data whose length was not known beforehand stand sum and lengths, with or without a mark.</summary>
    private int DescriptionLength(long at, ZipMember member)
    {
        var bytes = new byte[24];
        _file.ReadAt(at, bytes);
        var mark = bytes.AsSpan().StartsWith("PK\u0007\u0008"u8) ? 4 : 0;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(mark)) != member.Sum)
        {
            throw new RefusedException(RefusalCodes.Broken) { Member = member.Name };
        }
        return mark + (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(mark + 8)) == member.Length ? 12 : 20);
    }

    private static string NameOf(byte[] bytes, bool isUtf8)
    {
        try
        {
            // Many writers forget to say that it is UTF-8.
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return isUtf8 ? throw RefusedException.Broken() : Encoding.Latin1.GetString(bytes);
        }
    }
}
