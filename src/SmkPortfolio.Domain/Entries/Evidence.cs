using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <summary>A file that shows the work. The bytes stand in the school's evidence store under their SHA-256.</summary>
public sealed class Evidence : ISchoolOwned
{
    public const int CaptionMax = 300;
    public const int AlternativeTextMax = 500;

    /// <summary>Characters of the reason why a file was erased.</summary>
    public const int ReasonMax = 300;

    private Evidence()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public string FileName { get; private set; } = "";
    public string MediaType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Lower-case hex of the cleaned bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public string Caption { get; private set; } = "";

    /// <summary>What is to be seen, for those who do not see it; empty when nobody wrote it.</summary>
    public string AlternativeText { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>Pixels; null for documents.</summary>
    public int? Width { get; private set; }

    public int? Height { get; private set; }
    public DateTime AddedAt { get; private set; }

    /// <summary>Taken off the entry; the row stays because a revision may pin it.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>The bytes were erased at somebody's wish; this row with its digest, the date and the reason stay.</summary>
    public DateTime? ErasedAt { get; private set; }

    public string ErasedWhy { get; private set; } = "";

    /// <summary>A picture that every browser shows.</summary>
    public bool IsPicture => MediaType is "image/jpeg" or "image/png" or "image/webp";

    /// <summary>A picture, also one that is only shown once another form of it was made.</summary>
    public bool IsPhoto => IsPicture || MediaType == "image/heic";

    /// <summary>There is something of it that every browser shows.</summary>
    /// <param name="converted">Contents of which another form was made.</param>
    public bool IsShown(IReadOnlySet<string> converted)
    {
        ArgumentNullException.ThrowIfNull(converted);
        return IsPicture || (IsPhoto && converted.Contains(Sha256));
    }

    internal static Evidence Of(Entry entry, Guid id, EvidenceFile file, int position, DateTime at) => new()
    {
        SchoolId = entry.SchoolId,
        Id = id,
        EntryId = entry.Id,
        FileName = file.FileName,
        MediaType = file.MediaType,
        Size = file.Size,
        Sha256 = file.Sha256,
        Width = file.Width,
        Height = file.Height,
        Caption = CleanText.Line(file.Caption),
        Position = position,
        AddedAt = at,
    };

    internal void Remove(DateTime at) => RemovedAt = at;

    internal void Place(int position) => Position = position;

    internal void Erase(DateTime at, string why)
    {
        RemovedAt ??= at;
        (ErasedAt, ErasedWhy) = (at, why);
    }

    internal Error? Describe(string caption)
    {
        var text = CleanText.Line(caption);
        if (text.Length > CaptionMax)
        {
            return Error.Invalid("too-long", "caption", CaptionMax);
        }
        Caption = text;
        return null;
    }

    internal Error? SayWhatIsSeen(string alternativeText)
    {
        var text = CleanText.Line(alternativeText);
        if (text.Length > AlternativeTextMax)
        {
            return Error.Invalid("too-long", "alternativeText", AlternativeTextMax);
        }
        AlternativeText = text;
        return null;
    }
}

/// <summary>A cleaned and stored file, about to be put on an entry.</summary>
public sealed record EvidenceFile(string FileName, string MediaType, long Size, string Sha256, int? Width, int? Height, string Caption = "");
