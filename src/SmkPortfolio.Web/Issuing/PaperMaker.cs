using System.Globalization;
using System.Security.Cryptography;
using AutoMapper;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Makes a paper's content of facts that were loaded: endorsed lines as they were endorsed, own-word lines as the entry says now. Reads nothing itself.</summary>
public sealed class PaperMaker(IMapper mapper, IStringLocalizer<EntryWords> words, AllSettings settings)
{
    /// <summary>The same facts, order, code and time always make the same content.</summary>
    public PaperSource Make(PaperFacts facts, PaperOrder order, string code, DateTimeOffset now)
    {
        var culture = CultureInfo.GetCultureInfo(order.Language);
        var (before, beforeNumbers) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture);
        try
        {
            return Made(facts, order, code, now, culture);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, beforeNumbers);
        }
    }

    private PaperSource Made(PaperFacts facts, PaperOrder order, string code, DateTimeOffset now, CultureInfo culture)
    {
        var (school, person, portfolio) = (facts.School, facts.Person, facts.Portfolio);
        var format = CvFormats.Find(order.Format);
        var today = school.Today(now.UtcDateTime);
        var asked = order.For(person.IsMinorOn(today));
        var tongue = new PaperTongue(order.Language, facts.Texts);
        List<PaperLine> lines = [];
        List<CvEntry> entries = [];
        List<(int? Line, string? Name)> unfit = [];
        foreach (var entry in order.Entries.Select(id => facts.Entries.SingleOrDefault(e => e.Entry.Id == id)).OfType<EntryFacts>())
        {
            if (format is null || format.Kinds.Contains(Domain.Entries.EntryNames.Of(entry.Entry.Kind)))
            {
                var made = CvEntryMaker.Make(entry, lines.Count, school, tongue, words);
                if (format is { HasPictures: true })
                {
                    var (pictures, names) = CvEntryMaker.Pictures(entry, made.Title, facts.Files);
                    made = made with { Pictures = pictures };
                    unfit.AddRange(names.Select(n => ((int?)lines.Count, (string?)n)));
                }
                entries.Add(made);
                lines.Add(new PaperLine(entry.Entry.Id, entry.Entry.Kind, made.Title, entry.Word, entry.Credential));
            }
        }
        if (order.Photo && portfolio.PhotoSha256 is not null && PhotoOf(facts) is null)
        {
            unfit.Add((null, null));
        }
        var zone = TimeZoneInfo.FindSystemTimeZoneById(school.TimeZoneId);
        var content = new CvContent(
            PersonOf(facts, asked, tongue, today),
            new CvSchool(school.Npsn, school.Name, school.City, school.Province) { Principal = facts.Principal, LocalName = tongue.Own(PaperTextKeys.Word(school.Name)) },
            Schools.Of(facts, tongue, today),
            [.. portfolio.Skills.Select((s, i) => tongue.Say(Path($"skills[{i}]"), PaperTextKeys.Word(s.In("id")), s))],
            [.. mapper.Map<List<CvLanguage>>(portfolio.Languages).Select((l, i) => l with { Language = tongue.SayWord(Path($"languages[{i}].language"), PaperTextKeys.Word(l.Language), new Bilingual(l.Language)) })],
            entries,
            new CvVerification(CvCode.Written(code), $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/verify/{code}", facts.RegisterKey, today, Format.Instant(now.UtcDateTime, zone, culture)))
        {
            Past = [.. portfolio.Past.Where(p => p.Kind != PastKind.School).OrderByDescending(p => p.Until ?? p.From ?? DateOnly.MinValue).Select((p, i) => PastOf(p, i, tongue))],
            Statements = CvStatements.All.Where(k => format is null || format.Statements.Contains(k))
                .Select(k => (Key: k, Text: tongue.Say(Path($"statements.{k}"), PaperTextKeys.Statement(k), Bilingual.Empty)))
                .Where(s => s.Text.Length > 0).ToDictionary(s => s.Key, s => s.Text),
        };
        return new PaperSource(person.Name, person.IsMinorOn(today), person.BirthDate?.Year, lines, content with { ForeignTexts = tongue.Foreign },
            new CvOptions(order.Language, now) { Today = today, EraDates = order.EraDates, Letter = order.Letter })
        {
            TextPlaces = tongue.Places,
            UnfitPictures = unfit,
        };
    }

    private static CvPerson PersonOf(PaperFacts facts, PaperOrder order, PaperTongue tongue, DateOnly today)
    {
        var (person, portfolio, own) = (facts.Person, facts.Portfolio, facts.Portfolio.Particulars);
        var photo = order.Photo ? PhotoOf(facts) : null;
        var nationality = order.Nationality ? Some(own.Nationality) : null;
        return new CvPerson(person.Name)
        {
            Headline = tongue.Say("person.headline", PaperTextKeys.Headline, portfolio.Headline),
            Summary = tongue.Say("person.summary", PaperTextKeys.Summary, portfolio.Summary),
            PassportName = Some(own.PassportName),
            LocalName = tongue.Own(PaperTextKeys.Name),
            NameReading = tongue.Own(PaperTextKeys.NameReading),
            Gender = order.Gender ? Some(own.Gender) : null,
            Nationality = nationality,
            NationalityName = nationality is null ? null : CommonWords.Country(nationality, tongue.Language),
            BirthPlace = order.BirthDate ? Some(tongue.Name(PaperTextKeys.BirthPlace, person.BirthPlace)) : null,
            BirthDate = order.BirthDate ? person.BirthDate : null,
            Address = order.Address ? Some(tongue.Name(PaperTextKeys.Address, portfolio.Contact.Address)) : null,
            AddressReading = order.Address ? tongue.Own(PaperTextKeys.AddressReading) : null,
            PostalCode = order.Address ? Some(own.PostalCode) : null,
            City = Some(tongue.Name(PaperTextKeys.City, portfolio.Contact.City)),
            Phone = order.Contact ? Some(portfolio.Contact.Phone) : null,
            Email = order.Contact ? Some(portfolio.Contact.Email) : null,
            Photo = photo,
            PhotoSha256 = photo is null ? null : Convert.ToHexStringLower(SHA256.HashData(photo)),
            Under18 = person.IsMinorOn(today),
        };
    }

    private static byte[]? PhotoOf(PaperFacts facts) =>
        facts.Portfolio.PhotoSha256 is { } sha && facts.Files.GetValueOrDefault(sha) is { } photo && CvEntryMaker.IsPrintable(photo) ? photo : null;

    private static CvPastItem PastOf(PastItem item, int index, PaperTongue tongue) =>
        new(item.Kind.ToString().ToLowerInvariant(), tongue.Say(Path($"past[{index}].title"), PaperTextKeys.Past(item.Id, "title"), item.Title))
        {
            Organisation = tongue.Name(PaperTextKeys.Past(item.Id, "organisation"), item.Organisation),
            Place = tongue.Name(PaperTextKeys.Past(item.Id, "place"), item.Place),
            Detail = tongue.Say(Path($"past[{index}].detail"), PaperTextKeys.Past(item.Id, "detail"), item.Detail),
            From = item.From,
            Until = item.Until,
        };

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
