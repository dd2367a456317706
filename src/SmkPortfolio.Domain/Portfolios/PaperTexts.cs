namespace SmkPortfolio.Domain.Portfolios;

/// <summary>
/// What a student's papers say in one language, written by the student: translations of the portfolio's texts into languages that entries
/// are not written in, and free texts that only some formats print. They are the student's own word; what was endorsed stays as it is.
/// </summary>
public sealed class PaperTexts : ISchoolOwned
{
    public const int TextMax = 20_000;
    public const int KeyMax = 120;
    public const int TextsMax = 3_000;

    private PaperTexts()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary><c>id</c>, <c>en</c>, <c>ja</c>, <c>ko</c> or <c>de</c>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Texts by the field they stand for, see <see cref="PaperTextKeys"/>. Empty texts are not kept.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private set; } = new Dictionary<string, string>();

    public int Version { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    public static PaperTexts Of(Guid schoolId, Guid id, Guid personId, string language, DateTime at) =>
        new() { SchoolId = schoolId, Id = id, PersonId = personId, Language = language, UpdatedAt = at, Version = 1 };

    /// <summary>Writes the texts given and leaves the others. Refuses, changing nothing, when one is too long or another session saved in between.</summary>
    public IReadOnlyList<Error> Write(IReadOnlyDictionary<string, string> texts, int expectedVersion, Change by)
    {
        if (expectedVersion != Version)
        {
            return [Error.Conflict("texts-changed")];
        }
        List<Error> errors = [];
        foreach (var (key, text) in texts)
        {
            if (key.Length is 0 or > KeyMax)
            {
                errors.Add(Error.Invalid("unknown-choice", key));
            }
            if (text.Length > TextMax)
            {
                errors.Add(Error.Invalid("too-long", key, TextMax));
            }
        }
        var all = Texts.Where(t => !texts.ContainsKey(t.Key)).Concat(texts.Where(t => t.Value.Length > 0)).ToDictionary(t => t.Key, t => t.Value);
        if (all.Count > TextsMax)
        {
            errors.Add(Error.Invalid("too-many", "texts", TextsMax));
        }
        if (errors.Count == 0)
        {
            Texts = all;
            Version++;
            UpdatedAt = by.At;
        }
        return errors;
    }
}

/// <summary>What the texts of <see cref="PaperTexts"/> are called.</summary>
public static class PaperTextKeys
{
    public const string Name = "name";
    public const string NameReading = "name.reading";
    public const string Address = "address";
    public const string AddressReading = "address.reading";
    public const string City = "city";
    public const string BirthPlace = "birthPlace";
    public const string Headline = "headline";
    public const string Summary = "summary";

    public static string Statement(string key) => "statement:" + key;

    /// <summary>A text of an entry: <c>title</c>, <c>role</c>, <c>description</c>, <c>result</c>, <c>organisation</c>, <c>place</c> and so on.</summary>
    public static string Entry(Guid entry, string field) => $"entry:{entry:N}:{field}";

    public static string Past(Guid item, string field) => $"past:{item:N}:{field}";

    /// <summary>A word that stands in several places: a skill, a language, a school, a study programme; named by what it says in Indonesian.</summary>
    public static string Word(string indonesian) => "word:" + (indonesian.Length <= 100 ? indonesian : indonesian[..100]);
}
