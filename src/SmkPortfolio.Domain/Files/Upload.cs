namespace SmkPortfolio.Domain.Files;

public enum UploadState
{
    /// <summary>Bytes are missing, or they are all here and have not been looked at.</summary>
    Open,

    /// <summary>Cleaned, stored and put on its entry, under the upload's id.</summary>
    Attached,

    /// <summary>Looked at and not taken; nothing of it is kept.</summary>
    Refused,
}

/// <summary>A file that arrives in parts (tus 1.0). What <see cref="Offset"/> counts is safe: whoever lost the connection goes on from there.</summary>
public sealed class Upload : ISchoolOwned
{
    public const int NameMax = 255;
    public const int MetadataMax = 2000;
    public const int RefusalMax = 300;

    private Upload()
    {
    }

    public Guid SchoolId { get; private set; }

    /// <summary>Also the id of the evidence that it becomes, so that finishing twice adds nothing.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }
    public Guid EntryId { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary><c>Upload-Metadata</c> as it was sent; given back as it is.</summary>
    public string Metadata { get; private set; } = "";

    /// <summary>Bytes announced.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes that are safely here.</summary>
    public long Offset { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>What is not finished by then is thrown away; each part that arrives moves it on.</summary>
    public DateTime ExpiresAt { get; private set; }

    public UploadState State { get; private set; }

    /// <summary>The code of why it was not taken, with what was found in the file.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>The number that its sentence may need.</summary>
    public long? RefusalLimit { get; private set; }

    /// <summary>Somebody looks at the whole file until then.</summary>
    public DateTime? LeaseUntil { get; private set; }

    /// <summary>How often looking at the whole ended in a fault of its own.</summary>
    public int Failures { get; private set; }

    /// <summary>Nobody looks at it again before then.</summary>
    public DateTime? TryAt { get; private set; }

    public bool IsComplete => Offset == Length;

    /// <param name="entry">Where it shall stand; whether it may is asked again at the end.</param>
    public static Upload Begin(Guid id, Entries.Entry entry, string fileName, string metadata, long length, DateTime at, TimeSpan life) => new()
    {
        SchoolId = entry.SchoolId,
        Id = id,
        PersonId = entry.PersonId,
        EntryId = entry.Id,
        FileName = fileName,
        Metadata = metadata,
        Length = length,
        CreatedAt = at,
        ExpiresAt = at + life,
    };

    /// <summary>A part is safely stored.</summary>
    /// <returns>A refusal when somebody else stored another meanwhile, or it would be longer than announced.</returns>
    public Error? Arrived(long from, long bytes, DateTime at, TimeSpan life)
    {
        if (State != UploadState.Open || from != Offset)
        {
            return Error.Conflict("upload-moved-on");
        }
        if (from + bytes > Length)
        {
            return Error.Invalid("upload-too-long");
        }
        (Offset, ExpiresAt) = (from + bytes, at + life);
        return null;
    }

    /// <summary>Takes the work of looking at it; false while another does or it waits for its next try, or when it is not whole or already decided.</summary>
    public bool Claim(DateTime now, TimeSpan length)
    {
        if (State != UploadState.Open || !IsComplete || LeaseUntil > now || TryAt > now)
        {
            return false;
        }
        LeaseUntil = now + length;
        return true;
    }

    /// <summary>Lets go of it undecided: the store or the database failed, and it is tried again.</summary>
    public void Release() => LeaseUntil = null;

    /// <summary>Lets go of it undecided: looking at it ended in a fault that will likely come again.</summary>
    public void Failed(DateTime again) => (LeaseUntil, TryAt, Failures) = (null, again, Failures + 1);

    public void Attached() => (State, LeaseUntil) = (UploadState.Attached, null);

    public void Refused(string code, long? limit) => (State, Refusal, RefusalLimit, LeaseUntil) = (UploadState.Refused, code, limit, null);
}
