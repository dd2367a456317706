using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Demo.Story;

namespace SmkPortfolio.Web.Demo;

/// <summary>Writes the hero's facts and texts for papers abroad, through the verbs that the pages use.</summary>
public sealed class AbroadReplay(AppDb db)
{
    public async Task PlayAsync(School school, Person hero, DateTime now, CancellationToken cancel)
    {
        var told = StoryTexts.Read<HeroAbroad>("hero-abroad");
        var change = new Change(hero.Id, now);
        var year = AcademicYear.StartYearOf(school.Today(now));
        var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == hero.Id, cancel);
        Must(portfolio.Describe(new Particulars(told.PassportName, told.Gender, told.Nationality, told.PostalCode, null), portfolio.Version, change));
        foreach (var (language, grid) in told.Grids)
        {
            var skill = portfolio.Languages.SingleOrDefault(l => l.Language.StartsWith(language, StringComparison.Ordinal)) ?? throw new InvalidDataException($"The hero speaks no {language}.");
            Must(portfolio.GradeLanguage(skill.Mark(), grid, change) is { } error ? [error] : []);
        }
        var texts = told.Texts.ToDictionary(t => t.Key, t => Written(t.Value));
        foreach (var row in told.Past)
        {
            var id = Guid.CreateVersion7();
            var item = new PastItem(id, row.Kind, Both(row.Title), row.Organisation, row.Place, row.Detail is null ? Bilingual.Empty : Both(row.Detail), Day(year, row.FromYearsBack, row.From), row.UntilYearsBack is { } back ? Day(year, back, row.Until!) : null);
            Must(portfolio.Remember(item, school.Today(now), change));
            foreach (var (language, fields) in row.Texts)
            {
                foreach (var (field, text) in fields)
                {
                    texts[language][PaperTextKeys.Past(id, field)] = CleanText.Of(text);
                }
            }
        }
        var entries = (await db.Entries.AsNoTracking().Where(e => e.PersonId == hero.Id && e.BinnedAt == null).ToListAsync(cancel)).ToDictionary(e => e.Title, e => e.Id, StringComparer.Ordinal);
        foreach (var (language, own) in told.Texts)
        {
            foreach (var (title, fields) in own.Entries)
            {
                var id = entries.TryGetValue(title, out var found) ? found : throw new InvalidDataException($"The hero has no entry '{title}'.");
                foreach (var (field, text) in fields)
                {
                    texts[language][PaperTextKeys.Entry(id, field)] = CleanText.Of(text);
                }
            }
            var written = PaperTexts.Of(school.Id, Guid.CreateVersion7(), hero.Id, language, now);
            Must(written.Write(texts[language], written.Version, change));
            db.PaperTexts.Add(written);
        }
        await db.SaveAsync(school.Id, "paper-texts-written", portfolio.Id, change, cancel);
    }

    private static Dictionary<string, string> Written(HeroTexts told)
    {
        var texts = told.Own.ToDictionary(t => t.Key, t => CleanText.Of(t.Value), StringComparer.Ordinal);
        foreach (var (word, text) in told.Words)
        {
            texts[PaperTextKeys.Word(word)] = CleanText.Line(text);
        }
        return texts;
    }

    private static DateOnly Day(int year, int back, string monthAndDay) => DateOnly.ParseExact(string.Create(CultureInfo.InvariantCulture, $"{year - back}-{monthAndDay}"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Bilingual Both(DemoText text) => new(CleanText.Of(text.Id), text.En is null ? null : CleanText.Of(text.En));

    private static void Must(IReadOnlyList<Error> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidDataException($"The hero's texts for papers abroad were refused: {errors[0].Field} {errors[0].Code}");
        }
    }
}
