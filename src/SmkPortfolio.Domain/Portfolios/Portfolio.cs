using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Portfolios;

/// <summary>A student's portfolio: what stands above and beside the entries.</summary>
public sealed class Portfolio : ISchoolOwned
{
    public const int HeadlineMax = 120;
    public const int SummaryMax = 2000;
    public const int SkillsMax = 40;
    public const int LanguagesMax = 12;
    public const int PastMax = 60;

    private Portfolio()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Bilingual Headline { get; private set; } = Bilingual.Empty;
    public Bilingual Summary { get; private set; } = Bilingual.Empty;
    public IReadOnlyList<Bilingual> Skills { get; private set; } = [];
    public IReadOnlyList<LanguageSkill> Languages { get; private set; } = [];
    public ContactDetails Contact { get; private set; } = ContactDetails.Empty;
    public Particulars Particulars { get; private set; } = Particulars.Empty;

    /// <summary>Earlier schools, work, courses, activities, prizes, licences: own statements.</summary>
    public IReadOnlyList<PastItem> Past { get; private set; } = [];

    /// <summary>The cleaned portrait in the school's evidence store.</summary>
    public string? PhotoSha256 { get; private set; }

    public string? PhotoMediaType { get; private set; }
    public int Version { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    public static Portfolio Of(Guid schoolId, Guid id, Guid personId, DateTime at) => new() { SchoolId = schoolId, Id = id, PersonId = personId, UpdatedAt = at, Version = 1 };

    /// <summary>Replaces the texts. Refuses, changing nothing, when a text is too long or another session saved in between.</summary>
    public IReadOnlyList<Error> Write(Bilingual headline, Bilingual summary, IReadOnlyList<Bilingual> skills, ContactDetails contact, int expectedVersion, Change by)
    {
        if (expectedVersion != Version)
        {
            return [Error.Conflict("portfolio-changed")];
        }
        List<Error> errors = [];
        Check(errors, headline, HeadlineMax, "headline");
        Check(errors, summary, SummaryMax, "summary");
        if (skills.Count > SkillsMax)
        {
            errors.Add(Error.Invalid("too-many", "skills", SkillsMax));
        }
        if (skills.Any(s => s.Id.Length > 80 || s.En?.Length > 80))
        {
            errors.Add(Error.Invalid("too-long", "skills", 80));
        }
        errors.AddRange(contact.Check());
        if (errors.Count == 0)
        {
            (Headline, Summary, Skills, Contact) = (headline, summary, skills, contact);
            Touch(by);
        }
        return errors;
    }

    public Error? AddLanguage(LanguageSkill language, Change by)
    {
        if (language.Language.Length is 0)
        {
            return Error.Invalid("required", "language");
        }
        if (new[] { ("language", language.Language), ("test", language.Test), ("result", language.Result) }.FirstOrDefault(t => t.Item2?.Length > LanguageSkill.TextMax) is { Item1: { } field })
        {
            return Error.Invalid("too-long", field, LanguageSkill.TextMax);
        }
        if (language.Level.Length > 0 && !LanguageSkill.Levels.Contains(language.Level))
        {
            return Error.Invalid("unknown-choice", "level");
        }
        if (language.Grid is { } grid && !LanguageSkill.IsGrid(grid))
        {
            return Error.Invalid("unknown-choice", "grid");
        }
        if (language.TakenOn is { } taken && taken > DateOnly.FromDateTime(by.At.AddHours(9)))
        {
            return Error.Invalid("in-future", "takenOn");
        }
        if (Languages.Count >= LanguagesMax)
        {
            return Error.Invalid("too-many", "language", LanguagesMax);
        }
        if (Languages.Contains(language))
        {
            return new Error(ErrorKind.Conflict, "language-present", "language");
        }
        Languages = [.. Languages, language];
        Touch(by);
        return null;
    }

    /// <summary>Removes the row with this <see cref="LanguageSkill.Mark"/>: a position may be another row by now.</summary>
    public Error? RemoveLanguage(string? mark, Change by)
    {
        if (Languages.FirstOrDefault(l => l.Mark() == mark) is not { } language)
        {
            return Error.NotFound("language-unknown");
        }
        Languages = [.. Languages.Where(l => l != language)];
        Touch(by);
        return null;
    }

    /// <summary>Sets the five CEFR levels of the row with this <see cref="LanguageSkill.Mark"/>, or takes them away.</summary>
    public Error? GradeLanguage(string? mark, string? grid, Change by)
    {
        if (Languages.FirstOrDefault(l => l.Mark() == mark) is not { } language)
        {
            return Error.NotFound("language-unknown");
        }
        if (grid is not null && !LanguageSkill.IsGrid(grid))
        {
            return Error.Invalid("grid-incomplete", "grid");
        }
        Languages = [.. Languages.Select(l => l == language ? l with { Grid = grid } : l)];
        Touch(by);
        return null;
    }

    /// <summary>Replaces the particulars. Refuses, changing nothing, when one is not possible or another session saved in between.</summary>
    public IReadOnlyList<Error> Describe(Particulars particulars, int expectedVersion, Change by)
    {
        if (expectedVersion != Version)
        {
            return [Error.Conflict("portfolio-changed")];
        }
        List<Error> errors = [.. particulars.Check()];
        if (errors.Count == 0)
        {
            Particulars = particulars;
            Touch(by);
        }
        return errors;
    }

    /// <summary>Adds a row of the past, or replaces the one with the same id.</summary>
    public IReadOnlyList<Error> Remember(PastItem item, DateOnly today, Change by)
    {
        List<Error> errors = [.. item.Check(today)];
        var others = Past.Where(p => p.Id != item.Id).ToList();
        if (others.Count >= PastMax)
        {
            errors.Add(Error.Invalid("too-many", "title", PastMax));
        }
        if (errors.Count == 0)
        {
            Past = [.. others, item];
            Touch(by);
        }
        return errors;
    }

    public Error? Forget(Guid item, Change by)
    {
        if (Past.All(p => p.Id != item))
        {
            return Error.NotFound("past-unknown");
        }
        Past = [.. Past.Where(p => p.Id != item)];
        Touch(by);
        return null;
    }

    public void SetPhoto(string sha256, string mediaType, Change by)
    {
        (PhotoSha256, PhotoMediaType) = (sha256, mediaType);
        Touch(by);
    }

    public void RemovePhoto(Change by)
    {
        (PhotoSha256, PhotoMediaType) = (null, null);
        Touch(by);
    }

    private void Touch(Change by)
    {
        Version++;
        UpdatedAt = by.At;
    }

    private static void Check(List<Error> errors, Bilingual text, int max, string field)
    {
        if (text.Id.Length > max)
        {
            errors.Add(Error.Invalid("too-long", field, max));
        }
        if (text.En?.Length > max)
        {
            errors.Add(Error.Invalid("too-long", field + ".en", max));
        }
    }
}

/// <summary>A language with its level and, when there is one, a test result.</summary>
/// <param name="Language">Name as typed, e.g. Jepang.</param>
/// <param name="Level">Mother tongue, or a CEFR level A1–C2, or empty.</param>
public sealed record LanguageSkill(string Language, string Level, string? Test = null, string? Result = null, DateOnly? TakenOn = null)
{
    public const int TextMax = 60;
    public const string Native = "native";
    public const int GridCells = 5;

    /// <summary>CEFR levels of listening, reading, spoken interaction, spoken production and writing, with blanks between, e.g. <c>B1 B1 A2 A2 A2</c>; null when only one level is known.</summary>
    public string? Grid { get; init; }

    public static IReadOnlyList<string> Levels { get; } = [Native, "A1", "A2", "B1", "B2", "C1", "C2"];

    /// <summary>Five CEFR levels.</summary>
    public static bool IsGrid(string grid) => grid.Split(' ') is { Length: GridCells } cells && cells.All(c => c != Native && Levels.Contains(c));

    /// <summary>Tells this row from the others by what it says; no part of what is stored.</summary>
    public string Mark()
    {
        var said = string.Join('\n', Language, Level, Test, Result, TakenOn?.ToString("O", CultureInfo.InvariantCulture), Grid);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }
}

/// <summary>How to reach the student; printed only where the student chooses so, never public.</summary>
public sealed record ContactDetails(string Email, string Phone, string Address, string City)
{
    public static readonly ContactDetails Empty = new("", "", "", "");

    public IEnumerable<Error> Check()
    {
        if (Email.Length > 254 || (Email.Length > 0 && (Email.IndexOf('@', StringComparison.Ordinal) < 1 || Email.EndsWith('@') || Email.Contains(' ', StringComparison.Ordinal))))
        {
            yield return Error.Invalid("email-invalid", "email");
        }
        if (Phone.Length > 30 || Phone.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')')))
        {
            yield return Error.Invalid("phone-invalid", "phone");
        }
        if (Address.Length > 300)
        {
            yield return Error.Invalid("too-long", "address", 300);
        }
        if (City.Length > 80)
        {
            yield return Error.Invalid("too-long", "city", 80);
        }
    }
}
