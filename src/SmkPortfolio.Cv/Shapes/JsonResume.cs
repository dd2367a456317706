using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Cv.Formats;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>
/// A paper as JSON Resume 1.0.0 (jsonresume.org), for sites and programs that read it. The schema has no word for who stands behind a
/// line: that, and where to check, is added under names of our own, which the schema allows.
/// </summary>
public static class JsonResume
{
    private const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the content; the same content and options give the same bytes.</summary>
    /// <exception cref="ArgumentException">A line is of no known kind or word.</exception>
    public static byte[] Write(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        var check = CheckTexts.For(options.Language);
        var texts = OutlineTexts.For(options.Language);
        var resume = new JsonObject
        {
            ["$schema"] = Schema,
            ["basics"] = Basics(content),
            ["work"] = List([.. content.Entries.Where(e => e.Kind is CvKinds.Internship).Select(e => Work(e, check)), .. content.Past.Where(p => p.Kind is "job" or "trainee").Select(p => Job(p, check))]),
            ["volunteer"] = List(content.Past.Where(p => p.Kind == "activity").Select(p => Object(("organization", p.Organisation), ("position", p.Title), ("startDate", Day(p.From)), ("endDate", Day(p.Until)), ("summary", p.Detail)))),
            ["education"] = List([.. Schooling.Of(content).Reverse().Select(School), .. content.Past.Where(p => p.Kind == "course").Select(p => Object(("institution", p.Organisation), ("area", p.Title), ("studyType", texts.Parts[OutlinePart.Courses]), ("startDate", Day(p.From)), ("endDate", Day(p.Until))))]),
            ["awards"] = List(content.Past.Where(p => p.Kind == "award").Select(p => Object(("title", p.Title), ("date", Day(p.From ?? p.Until)), ("awarder", p.Organisation), ("summary", p.Detail)))),
            ["certificates"] = List([.. content.Entries.Where(e => e.Kind == CvKinds.Certification).Select(e => Certificate(e, check)), .. content.Past.Where(p => p.Kind == "licence").Select(p => Object(("name", p.Title), ("date", Day(p.From)), ("issuer", p.Organisation), ("x-validUntil", Day(p.Until))))]),
            ["skills"] = List([.. content.Skills.Select(s => Object(("name", s))), .. Statement(content, CvStatements.Computer).Select(c => Object(("name", texts.Statements[CvStatements.Computer]), ("level", c)))]),
            ["languages"] = List(content.Languages.Select(Language)),
            ["interests"] = List(Statement(content, CvStatements.Hobbies).Select(h => Object(("name", h)))),
            ["projects"] = List(content.Entries.Where(e => e.Kind is CvKinds.Project or CvKinds.TeachingFactory).Select(e => Project(e, check))),
            ["meta"] = new JsonObject
            {
                ["canonical"] = content.Verification.Url,
                ["version"] = "v1.0.0",
                ["lastModified"] = options.CreatedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                ["language"] = options.Language,
                ["x-check"] = Object(("code", content.Verification.Code), ("url", content.Verification.Url), ("note", PaperKit.Format(texts.NotSealed, content.Verification.Url, content.Verification.Code))),
            },
        };
        foreach (var empty in resume.Where(p => p.Value is JsonArray { Count: 0 }).Select(p => p.Key).ToList())
        {
            resume.Remove(empty);
        }

        return Encoding.UTF8.GetBytes(resume.ToJsonString(Written));
    }

    private static JsonObject Basics(CvContent content)
    {
        var person = content.Person;
        var basics = Object(("name", person.Name), ("label", person.Headline), ("email", person.Email), ("phone", person.Phone), ("url", person.Link), ("summary", person.Summary), ("x-passportName", PersonRows.PassportName(person)));
        var location = Object(("address", person.Address), ("postalCode", person.PostalCode), ("city", person.City));
        if (location.Count > 0)
        {
            basics["location"] = location;
        }

        return basics;
    }

    private static JsonObject Work(CvEntry entry, CheckTexts check) => Said(
        Object(("name", entry.Organisation), ("location", entry.Place), ("position", Position(entry)), ("startDate", Day(entry.From)), ("endDate", Day(entry.Until)), ("summary", entry.Result)), entry, check, "highlights");

    private static JsonObject Project(CvEntry entry, CheckTexts check)
    {
        var project = Said(Object(("name", entry.Title), ("description", entry.Result), ("startDate", Day(entry.From)), ("endDate", Day(entry.Until)), ("entity", entry.Organisation), ("type", entry.Kind)), entry, check, "highlights");
        if (entry.Role.Length > 0)
        {
            project["roles"] = new JsonArray(entry.Role);
        }

        return project;
    }

    private static JsonObject Certificate(CvEntry entry, CheckTexts check) =>
        Said(Object(("name", entry.Title), ("date", Day(entry.From)), ("issuer", entry.Organisation), ("x-validUntil", Day(entry.Until))), entry, check, "x-description");

    /// <summary>What was done, what is known of it, and on whose word; numbers never on own word.</summary>
    private static JsonObject Said(JsonObject line, CvEntry entry, CheckTexts check, string description)
    {
        if (entry.Description.Count > 0)
        {
            line[description] = List(entry.Description.Select(d => JsonValue.Create(d)));
        }

        var facts = entry.Facts.Where(f => entry.Word != CvWords.Self || !f.IsNumber).Select(f => Object(("label", f.Label), ("value", f.Value))).ToList();
        if (facts.Count > 0)
        {
            line["x-facts"] = List(facts);
        }

        var word = Object(("word", entry.Word), ("name", check.Words[entry.Word]), ("on", Day(entry.ConfirmedOn)), ("credential", entry.CredentialId));
        if (entry.ConfirmedBy.Count > 0)
        {
            word["by"] = List(entry.ConfirmedBy.Select(b => JsonValue.Create(b)));
        }

        line["x-word"] = word;
        return line;
    }

    private static JsonObject Job(CvPastItem item, CheckTexts check)
    {
        var job = Object(("name", item.Organisation), ("location", item.Place), ("position", item.Title), ("startDate", Day(item.From)), ("endDate", Day(item.Until)), ("summary", item.Detail));
        job["x-word"] = Object(("word", CvWords.Self), ("name", check.Words[CvWords.Self]));
        return job;
    }

    private static JsonObject School(Schooling school) => Object(
        ("institution", school.Last.Institution), ("area", school.Last.Field), ("studyType", school.Last.Level), ("startDate", Day(school.From)), ("endDate", Day(school.Until ?? school.Last.ExpectedOn)));

    private static JsonObject Language(CvLanguage language) => Object(
        ("language", language.Language), ("fluency", PaperKit.JoinedBy(", ", language.Level, LanguageTable.Test(language, d => Day(d)!) is var test && test == "–" ? null : test)));

    private static IEnumerable<string> Statement(CvContent content, string key) => content.Statements.GetValueOrDefault(key) is { Length: > 0 } text ? [text] : [];

    private static string Position(CvEntry entry) => PaperKit.JoinedBy(", ", entry.Title, entry.Role);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);

    private static JsonObject Object(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (!string.IsNullOrEmpty(value))
            {
                made[name] = value;
            }
        }

        return made;
    }
}
