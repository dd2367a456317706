using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Demo.Story;

namespace SmkPortfolio.Web.Demo;

/// <summary>The head of a demo student's portfolio, with its drawn portrait.</summary>
public sealed class PortraitStore(AppDb db, DemoFiles files)
{
    public async Task SeedPortfolioAsync(School school, Person person, DemoStudent told, DateTime now, CancellationToken cancel)
    {
        var change = new Change(person.Id, now.AddDays(-30));
        var portfolio = Portfolio.Of(school.Id, Guid.CreateVersion7(), person.Id, change.At);
        var errors = portfolio.Write(Both(told.Headline), Both(told.Summary), [.. told.Skills.Select(Both)], new ContactDetails(told.Contact.Email, told.Contact.Phone, told.Contact.Address, told.Contact.City), portfolio.Version, change);
        if (errors.Count > 0)
        {
            throw new InvalidDataException($"{told.Key}: {errors[0].Field} {errors[0].Code}");
        }
        foreach (var language in told.Languages)
        {
            var level = language.Level == "Bahasa ibu" ? "native" : language.Level;
            if (portfolio.AddLanguage(new LanguageSkill(language.Language, level, language.Test, language.Result, language.TakenOn), change with { At = now }) is { } error)
            {
                throw new InvalidDataException($"{told.Key}: {error.Field} {error.Code}");
            }
        }
        if (told.Photo is not null)
        {
            portfolio.SetPhoto((await files.PictureAsync(school.Id, told.Photo, cancel)).Sha256, "image/jpeg", change);
        }
        db.Portfolios.Add(portfolio);
        await db.SaveAsync(school.Id, "portfolio-begun", portfolio.Id, change, cancel);
    }

    private static Bilingual Both(DemoText text) => new(CleanText.Of(text.Id), text.En is null ? null : CleanText.Of(text.En));
}
