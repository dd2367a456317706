namespace SmkPortfolio.Domain.Files;

/// <summary>A smaller or converted picture made from a stored file; it can always be made anew.</summary>
public sealed class Derivative : ISchoolOwned
{
    private Derivative()
    {
    }

    public Guid SchoolId { get; private set; }
    public string SourceSha256 { get; private set; } = "";

    /// <summary>The longer side asked for, in pixels, and the file type: <c>320.webp</c>, <c>960.jpg</c>.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Lower-case hex; where its bytes stand in the school's store.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Pixels.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public static Derivative Of(Guid schoolId, string sourceSha256, string form, string sha256, long size, int width, int height) => new()
    {
        SchoolId = schoolId,
        SourceSha256 = sourceSha256,
        Form = form,
        Sha256 = sha256,
        Size = size,
        Width = width,
        Height = height,
    };
}
