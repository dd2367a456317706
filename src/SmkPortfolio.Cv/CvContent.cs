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
    CvVerification Verification)
{
    /// <summary>Work, courses, activities, prizes and licences beside the portfolio's lines: the holder's own statement, newest first.</summary>
    public IReadOnlyList<CvPastItem> Past { get; init; } = [];

    /// <summary>Free texts that only some formats print, by the keys of <see cref="CvStatements"/>, in the paper's language.</summary>
    public IReadOnlyDictionary<string, string> Statements { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Texts that stand in another language than the paper's because nobody has written them in it: from the field's path, such as
    /// <c>entries[3].title</c>, to the language tag. Whoever sets the text marks it so for screen readers.
    /// </summary>
    public IReadOnlyDictionary<string, string> ForeignTexts { get; init; } = new Dictionary<string, string>();
}

/// <summary>The holder. What was not chosen for this paper is null.</summary>
public sealed record CvPerson(string Name)
{
    public string Headline { get; init; } = "";
    public string Summary { get; init; } = "";

    /// <summary>The name as the passport has it, in Latin letters; for foreign forms.</summary>
    public string? PassportName { get; init; }

    /// <summary>The name in the letters of the paper's language: kanji or katakana, Hangul.</summary>
    public string? LocalName { get; init; }

    /// <summary>How the name is read: furigana.</summary>
    public string? NameReading { get; init; }

    /// <summary><c>male</c> or <c>female</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>ISO 3166-1 code, for example <c>ID</c>.</summary>
    public string? Nationality { get; init; }

    /// <summary>The nationality in the paper's language.</summary>
    public string? NationalityName { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>How the address is read: furigana.</summary>
    public string? AddressReading { get; init; }

    /// <summary>Where the portfolio can be seen, when the holder shares it.</summary>
    public string? Link { get; init; }

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
public sealed record CvSchool(string Npsn, string Name, string City, string Province)
{
    /// <summary>The principal as signed under certificates.</summary>
    public string? Principal { get; init; }

    /// <summary>The name in the paper's language where it is written differently there, for example in katakana.</summary>
    public string? LocalName { get; init; }
}

/// <summary>A row of schooling.</summary>
/// <param name="Field">Program or konsentrasi, with the class while it lasts.</param>
/// <param name="Until">Null while it lasts.</param>
public sealed record CvEducation(string Institution, string Field, DateOnly From, DateOnly? Until, string Place)
{
    /// <summary><c>primary</c>, <c>junior</c>, <c>senior</c>, <c>higher</c>, or empty.</summary>
    public string Level { get; init; } = "";

    /// <summary><c>graduated</c>, <c>expected</c> (the last class; see <see cref="ExpectedOn"/>), <c>left</c> or <c>attending</c>.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>When the holder is going to graduate.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The student's own statement rather than the school's register.</summary>
    public bool OwnWord { get; init; }
}

/// <summary>Something in the holder's past that is no line of the portfolio.</summary>
/// <param name="Kind"><c>job</c>, <c>course</c>, <c>activity</c>, <c>award</c>, <c>licence</c> or <c>trainee</c> (a stay as a technical intern).</param>
/// <param name="Title">Position, subject, office, prize or licence.</param>
public sealed record CvPastItem(string Kind, string Title)
{
    public string Organisation { get; init; } = "";
    public string Place { get; init; } = "";
    public string Detail { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>A language with its level (<c>native</c> or a CEFR level) and test result.</summary>
public sealed record CvLanguage(string Language, string Level, string? Test = null, string? Result = null, DateOnly? TakenOn = null)
{
    /// <summary>CEFR levels of listening, reading, spoken interaction, spoken production and writing, in that order; empty when the holder gave only one.</summary>
    public IReadOnlyList<string> Grid { get; init; } = [];
}

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

    /// <summary>
    /// What the entry says field by field, for formats that have a cell for it: <c>score</c>, <c>predicate</c>, <c>hoursPerDay</c>, <c>hours</c>, <c>mentor</c>,
    /// <c>department</c>, <c>competencies</c>, <c>number</c>, <c>level</c>, <c>quantity</c>, <c>tools</c>, <c>country</c> and the like. Texts in the paper's language.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Competencies that the entry proves, coded where there is a code.</summary>
    public IReadOnlyList<CvCompetency> Competencies { get; init; } = [];

    /// <summary>Pictures of the work, the cover first; for the booklet.</summary>
    public IReadOnlyList<CvPicture> Pictures { get; init; } = [];
}

/// <summary>A competency with its proof.</summary>
/// <param name="Code">SKKNI unit code, or empty.</param>
/// <param name="Name">In the paper's language where it is known.</param>
public sealed record CvCompetency(string Code, string Name);

/// <summary>A picture of a line.</summary>
/// <param name="Sha256">Lower-case hex of the file as stored.</param>
/// <param name="Alternative">What is to be seen, in words; never empty.</param>
public sealed record CvPicture(string Sha256, string Caption, string Alternative)
{
    /// <summary>JPEG or PNG; frozen by its digest only.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public byte[]? Bytes { get; init; }
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
