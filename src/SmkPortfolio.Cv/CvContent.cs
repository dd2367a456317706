namespace SmkPortfolio.Cv;

/// <summary>
/// Everything a paper says, whatever its format: values only, JSON-friendly (strings, booleans, whole numbers; days as ISO dates), so that
/// it can be frozen as it is printed. Texts stand in the paper's language already.
/// </summary>
public sealed record CvContent(
    CvPerson Person,
    CvSchool School,
    IReadOnlyList<CvEducation> Education,
    IReadOnlyList<string> Skills,
    IReadOnlyList<CvLanguage> Languages,
    IReadOnlyList<CvEntry> Entries,
    CvVerification Verification);

/// <summary>The holder. What was not chosen for this paper is null.</summary>
public sealed record CvPerson(string Name)
{
    public string Headline { get; init; } = "";
    public string Summary { get; init; } = "";
    public string? BirthPlace { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>The portrait as JPEG; frozen by its digest only.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public byte[]? Photo { get; init; }

    /// <summary>Lower-case hex of the portrait's SHA-256.</summary>
    public string? PhotoSha256 { get; init; }

    /// <summary>Under 18 on the day of printing; the paper says so.</summary>
    public bool Under18 { get; init; }
}

/// <summary>The school that seals the paper.</summary>
public sealed record CvSchool(string Npsn, string Name, string City, string Province);

/// <summary>A row of schooling.</summary>
/// <param name="Field">Program or konsentrasi, with the class while it lasts.</param>
/// <param name="Until">Null while it lasts.</param>
public sealed record CvEducation(string Institution, string Field, DateOnly From, DateOnly? Until, string Place);

/// <summary>A language with its level (<c>native</c> or a CEFR level) and test result.</summary>
public sealed record CvLanguage(string Language, string Level, string? Test = null, string? Result = null, DateOnly? TakenOn = null);

/// <summary>A line of the paper.</summary>
/// <param name="Kind"><c>project</c>, <c>certification</c>, <c>internship</c> or <c>teaching-factory</c>.</param>
/// <param name="Word"><c>self</c>, <c>teacher</c>, <c>company</c> or <c>certificate</c>: on whose word the line stands.</param>
public sealed record CvEntry(string Kind, string Title, string Word)
{
    /// <summary>Company, client or issuing body.</summary>
    public string Organisation { get; init; } = "";

    public string Place { get; init; } = "";
    public DateOnly? From { get; init; }

    /// <summary>End of the period; for a certification its last valid day.</summary>
    public DateOnly? Until { get; init; }

    public string Role { get; init; } = "";

    /// <summary>What was done, in paragraphs.</summary>
    public IReadOnlyList<string> Description { get; init; } = [];

    public string Result { get; init; } = "";

    /// <summary>Further facts such as certificate number, score, hours, tools: label and value in the paper's language.</summary>
    public IReadOnlyList<CvFact> Facts { get; init; } = [];

    /// <summary>Names of those who confirmed, e.g. <c>Sari Wulandari, S.Pd.</c></summary>
    public IReadOnlyList<string> ConfirmedBy { get; init; } = [];

    public DateOnly? ConfirmedOn { get; init; }
    public string? CredentialId { get; init; }
}

/// <summary>A further fact of a line.</summary>
/// <param name="Label">In the paper's language.</param>
/// <param name="Value">Ready to print.</param>
/// <param name="IsNumber">A certificate's, registration's or order's number: never printed on the student's own word.</param>
public sealed record CvFact(string Label, string Value, bool IsNumber = false);

/// <summary>How a stranger checks the paper.</summary>
/// <param name="Code">Written <c>XXXXX-XXXXXX</c>.</param>
/// <param name="Url">What the QR code holds.</param>
/// <param name="RegisterKey">Fingerprint of the key that signs the issuer register, hex.</param>
/// <param name="IssuedOn">The school's date.</param>
/// <param name="IssuedAt">Instant with zone, as printed.</param>
public sealed record CvVerification(string Code, string Url, string RegisterKey, DateOnly IssuedOn, string IssuedAt)
{
    /// <summary>What the second, larger QR code holds: the address with a statement signed by the school behind it; null for none.</summary>
    public string? Statement { get; init; }
}

/// <summary>How a paper is to be set.</summary>
/// <param name="Language">Language of the labels: <c>id</c> or <c>en</c>.</param>
/// <param name="CreatedAt">For the file's own data; equal content and time give equal bytes.</param>
public sealed record CvOptions(string Language, DateTimeOffset CreatedAt);
