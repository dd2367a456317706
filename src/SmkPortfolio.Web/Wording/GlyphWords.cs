using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Localisation;

namespace SmkPortfolio.Web.Wording;

/// <summary>Says which characters cannot be printed and where they stand, in the words of the form they were typed into.</summary>
public sealed class GlyphWords
{
    private const int Most = 5;

    // Several may be said in the same words.
    private const int MostKept = 4 * Most;
    private const string Entry = "entries[";

    private GlyphWords()
    {
    }

    /// <summary>Each character once with each of its places, and no more of them than a sentence needs.</summary>
    /// <param name="missing">As the paper's fields are named by <c>SmkPortfolio.Cv</c>.</param>
    /// <param name="titles">Titles of the paper's lines, in its order.</param>
    public static IReadOnlyList<Unprintable> Found(IReadOnlyList<MissingGlyph> missing, IReadOnlyList<string> titles)
    {
        // A name stands at the foot of the page too: what has a field is said with its field only.
        var told = missing.Where(m => m.Field.Length > 0 || !missing.Any(other => other.Field.Length > 0 && other.CodePoint == m.CodePoint));
        return [.. told.Select(m => new Unprintable(m.Character, m.CodePoint, m.Field, TitleOf(m.Field, titles))).Distinct().Take(MostKept)];
    }

    /// <summary>In the reader's language.</summary>
    public static string Say(IReadOnlyList<Unprintable> found, IStringLocalizer<GlyphWords> W) =>
        string.Join(' ', found.Select(u => W["{0} ({1}): {2}.", u.Character, u.CodePoint, Place(u.Field, u.Title, W)].Value).Distinct().Take(Most));

    /// <summary>The place of a field in the words of the form it was typed into, in the middle of a sentence.</summary>
    public static string Place(string field, IReadOnlyList<string> titles, IStringLocalizer<GlyphWords> W) => Place(field, TitleOf(field, titles), W);

    private static string TitleOf(string field, IReadOnlyList<string> titles) => field.StartsWith(Entry, StringComparison.Ordinal)
        ? titles[int.Parse(field.AsSpan(Entry.Length, field.IndexOf(']', StringComparison.Ordinal) - Entry.Length), CultureInfo.InvariantCulture)]
        : "";

    private static string Place(string field, string title, IStringLocalizer<GlyphWords> W)
    {
        if (!field.StartsWith(Entry, StringComparison.Ordinal))
        {
            return Own(field, W);
        }
        return field[(field.IndexOf(']', StringComparison.Ordinal) + 1)..] switch
        {
            "" => W["the entry “{0}”", title],
            ".until" => W["when it was, in the entry “{0}”", title],
            ".word" or ".confirmedOn" => W["who confirmed the entry “{0}”", title],
            ".title" => W["the title of the entry “{0}”", title],
            ".role" => W["your role in the entry “{0}”", title],
            ".organisation" => W["company, place or role of the entry “{0}”", title],
            ".description" or ".description[0]" => W["what was done in the entry “{0}”", title],
            ".result" => W["the result of the entry “{0}”", title],
            ".facts" => W["further details of the entry “{0}”", title],
            ".from" => W["when it was, in the entry “{0}”", title],
            ".score" or ".values.score" => W["the score of the entry “{0}”", title],
            ".confirmedBy" => W["who confirmed the entry “{0}”", title],
            _ => W["the entry “{0}”", title],
        };
    }

    private static string Own(string field, IStringLocalizer<GlyphWords> W) => field switch
    {
        "person.name" => W["your name"],
        "person.headline" => W["the headline of your portfolio"],
        "person.summary" => W["About you in your portfolio"],
        "person.birthPlace" => W["your place of birth"],
        "person.address" => W["your address or town"],
        "person.phone" => W["your phone number"],
        "person.email" => W["your e-mail address"],
        "person.photo" => W["your portrait"],
        "person.passportName" => W["your name as in the passport"],
        "person.localName" => W["your name in the letters of that language"],
        "person.nameReading" => W["how your name is read"],
        "person.birthDate" => W["your date of birth"],
        "person.gender" => W["your sex as in the passport"],
        "person.nationality" => W["your nationality"],
        "person.postalCode" => W["your postal code"],
        "person.addressReading" => W["how your address is read"],
        "education.previous" => W["the school before this one"],
        "education.graduation" => W["when you finish school"],
        "entries" => W["work of yours"],
        "entries.internship" => W["an internship"],
        "entries.pictures" => W["pictures of your work"],
        "entries.competencies" => W["units of competency in your certificates and internships"],
        "languages.grid" => W["the five levels of your languages"],
        "person.link" => W["the address of your portfolio"],
        "person.city" => W["your town"],
        "school.principal" => W["who signs for the school: the school enters it"],
        _ when field.StartsWith("gap", StringComparison.Ordinal) => W["a gap in your years: what you did between {0}", Between(field)],
        _ when field.StartsWith("statements.", StringComparison.Ordinal) => StatementNames.Of(field["statements.".Length..], System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
        _ when field.StartsWith("past", StringComparison.Ordinal) => W["earlier work, courses and prizes"],
        _ when field.StartsWith("skills", StringComparison.Ordinal) => W["your skills"],
        _ when field.StartsWith("languages", StringComparison.Ordinal) => W["your languages"],
        _ when field.StartsWith("education", StringComparison.Ordinal) => W["your schooling"],
        _ when field.StartsWith("school", StringComparison.Ordinal) => W["the name or town of your school"],
        _ => W["somewhere else on the paper"],
    };

    private static string Between(string gap)
    {
        var days = gap[(gap.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/').Select(d => DateOnly.Parse(d, CultureInfo.InvariantCulture)).Select(d => Format.Month(d, CultureInfo.CurrentUICulture));
        return string.Join(" – ", days);
    }
}
