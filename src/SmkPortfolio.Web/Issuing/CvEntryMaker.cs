using System.Globalization;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Turns what an entry says into a line of a paper, in one language; the current UI culture chooses the labels.</summary>
public static class CvEntryMaker
{
    public static CvEntry Make(EntryDetail detail, Word word, string language, IStringLocalizer<EntryWords> words)
    {
        var line = new CvEntry(EntryNames.Of(detail.Kind), detail.Title.In(language), EntryNames.Of(word)) { Organisation = detail.Organisation, From = detail.From, Until = detail.Until };
        return detail switch
        {
            ProjectDetail p => line with
            {
                Role = p.Role.In(language),
                Description = Paragraphs(language, p.Problem, p.Done),
                Result = p.Result.In(language),
                Facts = Facts(p, words, ("context", p.Context is { } c ? EntryWords.Choice(c.ToString(), words) : ""), ("tools", p.Tools.In(language)), ("link", p.Link)),
            },
            CertificationDetail c => line with
            {
                Description = Paragraphs(language, c.Scheme),
                Facts = Facts(c, words, ("number", c.Number), ("registration", c.Registration), ("level", c.Level), ("units", string.Join(", ", c.UnitCodes))),
            },
            InternshipDetail i => line with
            {
                Place = i.Country is { Length: > 0 } and not "ID" ? Countries.Name(i.Country)?.In(language) ?? i.Country : "",
                Role = i.Department.In(language),
                Description = Paragraphs(language, i.Tasks),
                Result = i.Competencies.In(language),
                Facts = Facts(i, words, ("score", Number(i.Score)), ("predicate", i.Predicate), ("hoursPerDay", Number(i.HoursPerDay))),
            },
            TeachingFactoryDetail t => line with
            {
                Role = t.Role.In(language),
                Description = Paragraphs(language, t.Product),
                Result = t.Quality.In(language),
                Facts = Facts(t, words, ("quantity", t.Quantity), ("hours", Number(t.Hours)), ("orderNumber", t.OrderNumber), ("tools", t.Tools.In(language))),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(detail)),
        };
    }

    private static string[] Paragraphs(string language, params Bilingual[] texts) =>
        [.. texts.Select(t => t.In(language)).Where(t => t.Length > 0).SelectMany(t => t.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static CvFact[] Facts(EntryDetail detail, IStringLocalizer<EntryWords> words, params (string Field, string Value)[] facts) =>
        [.. facts.Where(f => f.Value.Length > 0).Select(f => new CvFact(EntryWords.ReaderLabel(detail.Kind, f.Field, words), f.Value.ReplaceLineEndings(" "), f.Field is "number" or "registration" or "orderNumber"))];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
