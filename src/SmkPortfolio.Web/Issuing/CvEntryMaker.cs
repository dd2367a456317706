using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Turns what an entry says into a line of a paper, in one language; the current UI culture chooses the labels.</summary>
public static class CvEntryMaker
{
    /// <param name="index">The line's place on the paper: paths begin with it.</param>
    public static CvEntry Make(EntryFacts facts, int index, School school, PaperTongue tongue, IStringLocalizer<EntryWords> words)
    {
        var detail = facts.Detail;
        var teller = new Teller(facts.Entry.Id, index, tongue);
        var line = Line(detail, facts.Word, teller, words) with
        {
            ConfirmedBy = [.. facts.Standing.Select(e => e.ByName)],
            ConfirmedOn = facts.Standing.Count == 0 ? null : school.Today(facts.Standing[^1].At),
            CredentialId = facts.Credential?.Uri,
        };
        return line with { Values = Values(detail, teller, words), Competencies = Competencies(detail, teller) };
    }

    /// <summary>The pictures that can be printed, the cover first, and the names of those that cannot. Cover and alternative text are as the student shows the work now.</summary>
    public static (IReadOnlyList<CvPicture> Pictures, IReadOnlyList<string> Unfit) Pictures(EntryFacts facts, string title, IReadOnlyDictionary<string, byte[]> files)
    {
        List<CvPicture> pictures = [];
        List<string> unfit = [];
        foreach (var file in facts.Files.Where(f => f.MediaType.StartsWith("image/", StringComparison.Ordinal)).OrderByDescending(f => f.Id == facts.Entry.CoverId))
        {
            if (files.TryGetValue(file.Sha256, out var bytes) && IsPrintable(bytes))
            {
                var seen = facts.Entry.FileOf(file.Id)?.AlternativeText is { Length: > 0 } said ? said : file.Caption.Length > 0 ? file.Caption : title;
                pictures.Add(new CvPicture(file.Sha256, file.Caption, seen) { Bytes = bytes });
            }
            else
            {
                unfit.Add(file.Name);
            }
        }
        return (pictures, unfit);
    }

    /// <summary>The Pdf room can embed it.</summary>
    public static bool IsPrintable(byte[] picture)
    {
        try
        {
            return PictureSize.Of(picture) is { Width: > 0, Height: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static CvEntry Line(EntryDetail detail, Word word, Teller say, IStringLocalizer<EntryWords> words)
    {
        var line = new CvEntry(EntryNames.Of(detail.Kind), say.Text("title", "title", detail.Title), EntryNames.Of(word))
        {
            Organisation = say.Name("organisation", detail.Organisation),
            From = detail.From,
            Until = detail.Until,
        };
        return detail switch
        {
            ProjectDetail p => line with
            {
                Role = say.Text("role", "role", p.Role),
                Description = [.. say.Paragraphs("problem", p.Problem), .. say.Paragraphs("done", p.Done)],
                Result = say.Text("result", "result", p.Result),
                Facts = Facts(p, say, words, ("context", Context(p.Context, say, words)), ("tools", say.Text("values.tools", "tools", p.Tools)), ("link", p.Link)),
            },
            CertificationDetail c => line with
            {
                Description = say.Paragraphs("scheme", c.Scheme),
                Facts = Facts(c, say, words, ("number", c.Number), ("registration", c.Registration), ("level", say.Name("level", c.Level)), ("units", string.Join(", ", c.UnitCodes))),
            },
            InternshipDetail i => line with
            {
                Place = say.Name("place", i.Country is { Length: > 0 } and not "ID" ? CommonWords.Country(i.Country, say.Language) : ""),
                Role = say.Text("role", "department", i.Department),
                Description = say.Paragraphs("tasks", i.Tasks),
                Result = say.Text("result", "competencies", i.Competencies),
                Facts = Facts(i, say, words, ("score", Number(i.Score)), ("predicate", say.Plain("predicate", i.Predicate)), ("hoursPerDay", Number(i.HoursPerDay))),
            },
            TeachingFactoryDetail t => line with
            {
                Role = say.Text("role", "role", t.Role),
                Description = say.Paragraphs("product", t.Product),
                Result = say.Text("result", "quality", t.Quality),
                Facts = Facts(t, say, words, ("quantity", say.Plain("quantity", t.Quantity)), ("hours", Number(t.Hours)), ("orderNumber", t.OrderNumber), ("tools", say.Text("values.tools", "tools", t.Tools))),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(detail)),
        };
    }

    /// <summary>Every filled field by its name in the schema; texts in the paper's language.</summary>
    private static Dictionary<string, string> Values(EntryDetail detail, Teller say, IStringLocalizer<EntryWords> words)
    {
        var raw = EntrySchema.Values(detail);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var field in EntrySchema.For(detail.Kind).Where(f => f.Name != "title"))
        {
            var value = field.Type == FieldType.Bilingual
                ? say.Again(field.Name, new Bilingual(raw.GetValueOrDefault(field.Name, ""), raw.GetValueOrDefault(field.Name + ".en")))
                : raw.GetValueOrDefault(field.Name, "") is not { Length: > 0 } plain ? ""
                : field.Type == FieldType.Choice ? PaperLabels.Choice(plain, say.Language) ?? EntryWords.Choice(plain, words)
                : field.Rule.Country ? CommonWords.Country(plain, say.Language)
                : field.Type == FieldType.Text ? say.Name(field.Name, plain)
                : plain;
            if (value.Length > 0)
            {
                values[field.Name] = value;
            }
        }
        return values;
    }

    private static CvCompetency[] Competencies(EntryDetail detail, Teller say) => detail switch
    {
        CertificationDetail c => [.. c.UnitCodes.Select(code => new CvCompetency(code, SkkniUnits.Title(code) ?? ""))],
        InternshipDetail i => [.. say.Again("competencies", i.Competencies).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new CvCompetency("", line))],
        _ => [],
    };

    private static string Context(ProjectContext? context, Teller say, IStringLocalizer<EntryWords> words) =>
        context is not { } known ? "" : PaperLabels.Choice(known.ToString(), say.Language) ?? EntryWords.Choice(known.ToString(), words);

    private static CvFact[] Facts(EntryDetail detail, Teller say, IStringLocalizer<EntryWords> words, params (string Field, string Value)[] facts) =>
        [.. facts.Where(f => f.Value.Length > 0).Select(f => new CvFact(
            PaperLabels.Label(f.Field, say.Language) ?? EntryWords.ReaderLabel(detail.Kind, f.Field, words), f.Value.ReplaceLineEndings(" "), f.Field is "number" or "registration" or "orderNumber"))];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Tells one entry's texts; a text that stands in another language is noted under the place where it is printed.</summary>
    private sealed class Teller(Guid entry, int index, PaperTongue tongue)
    {
        private readonly string head = string.Create(CultureInfo.InvariantCulture, $"entries[{index}].");
        private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

        public string Language => tongue.Language;

        public string Text(string place, string field, Bilingual source) => told[field] = tongue.Say(head + place, PaperTextKeys.Entry(entry, field), source);

        /// <summary>The same as printed before, else from the field itself.</summary>
        public string Again(string field, Bilingual source) => told.TryGetValue(field, out var text) ? text : Text("values." + field, field, source);

        public string[] Paragraphs(string field, Bilingual source) => Text("description", field, source).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public string Name(string field, string source) => told.TryGetValue(field, out var text) ? text : tongue.Name(PaperTextKeys.Entry(entry, field), source);

        /// <summary>A field that has one language only, the school's; figures and the like are in none.</summary>
        public string Plain(string field, string source) =>
            told[field] = source.Any(char.IsLower) ? tongue.Say($"{head}values.{field}", PaperTextKeys.Entry(entry, field), new Bilingual(source)) : tongue.Name(PaperTextKeys.Entry(entry, field), source);
    }
}
