using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>A text that papers of a language need.</summary>
/// <param name="Key">One of <see cref="PaperTextKeys"/>.</param>
/// <param name="Max">Most characters; none of the papers has room for more.</param>
/// <param name="Needed">Counted; otherwise it only makes the paper better.</param>
public sealed record TextField(string Key, string Label, int Max, bool Area, bool Needed)
{
    public string? Hint { get; init; }

    /// <summary>The same in other languages, to translate from: the Indonesian one, else what there is.</summary>
    public IReadOnlyList<(string Language, string Text)> Sources { get; init; } = [];

    /// <summary>What portfolio or entry say in this very language: that is printed, and changed there.</summary>
    public string? Fixed { get; init; }

    public string Written { get; init; } = "";

    public bool IsDone => Fixed is not null || Written.Length > 0;

    public string Anchor => PaperPlaces.Anchor(Key);
}

public sealed record TextGroup(string Id, string Title, IReadOnlyList<TextField> Fields, string? Href = null);

/// <summary>Lists every text that the papers of one language need, with what is there of it.</summary>
internal sealed class TextSheet(PaperFacts facts, string language, IStringLocalizer<PaperWords> W, IStringLocalizer<Texts> texts, IStringLocalizer<EntryWords> words)
{
    private const int LineMax = 200;
    private const int AreaMax = 5_000;
    private static readonly string[] OwnLetters = ["ja", "ko"];

    public IReadOnlyList<TextGroup> Groups() => [.. All().Where(g => g.Fields.Count > 0)];

    private IEnumerable<TextGroup> All()
    {
        yield return new TextGroup("me", texts["About you"], [.. Person()], "/portfolio");
        yield return new TextGroup("statements", texts["What forms ask you to write"], [.. Statements()]);
        yield return new TextGroup("words", texts["Skills and words"], [.. CommonOnes()], "/portfolio");
        if (facts.Portfolio.Past.Count > 0)
        {
            yield return new TextGroup("past", texts["Schools, jobs, courses, prizes"], [.. facts.Portfolio.Past.SelectMany(Past)], "/portfolio/abroad#past");
        }
        foreach (var entry in facts.Entries.OrderByDescending(e => e.Word).ThenByDescending(e => e.Detail.From))
        {
            yield return new TextGroup($"entry-{entry.Entry.Id:N}", entry.Detail.Title.In("id"), [.. Entry(entry)], $"/entries/{entry.Entry.Id}");
        }
    }

    private IEnumerable<TextField> Person()
    {
        var (person, contact) = (facts.Person, facts.Portfolio.Contact);
        if (OwnLetters.Contains(language))
        {
            yield return Name(PaperTextKeys.Name, language == "ja" ? texts["Your name in katakana"] : texts["Your name in Hangul"], person.Name, needed: true);
        }
        if (language == "ja")
        {
            yield return Name(PaperTextKeys.NameReading, texts["How your name is read (furigana)"], person.Name, needed: true);
        }
        foreach (var field in Text(PaperTextKeys.Headline, texts["Headline"], facts.Portfolio.Headline, area: false).Concat(Text(PaperTextKeys.Summary, texts["About you"], facts.Portfolio.Summary, area: true)))
        {
            yield return field;
        }
        if (language == "id")
        {
            yield break;
        }
        foreach (var (key, label, text) in new[] { (PaperTextKeys.City, texts["Town"].Value, contact.City), (PaperTextKeys.BirthPlace, texts["Place of birth"].Value, person.BirthPlace), (PaperTextKeys.Address, texts["Address"].Value, contact.Address) })
        {
            if (text.Length > 0)
            {
                yield return Name(key, label, text);
            }
        }
        if (language == "ja" && contact.Address.Length > 0)
        {
            yield return Name(PaperTextKeys.AddressReading, texts["How your address is read (furigana)"], contact.Address);
        }
    }

    private IEnumerable<TextField> Statements()
    {
        var asked = CvFormats.All.Where(f => f.Languages.Contains(language)).SelectMany(f => f.Statements).ToHashSet(StringComparer.Ordinal);
        foreach (var key in CvStatements.All.Where(asked.Contains))
        {
            var (name, meaning) = PaperWords.Statement(key, language, W);
            var gloss = StatementNames.Of(key, System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            yield return Filled(new TextField(PaperTextKeys.Statement(key), name, AreaMax, Area: true, Needed: key is not (CvStatements.Wishes or CvStatements.Hobbies)) { Hint = name == gloss ? meaning : $"{gloss}. {meaning}" }, Bilingual.Empty);
        }
    }

    private IEnumerable<TextField> CommonOnes()
    {
        var (school, portfolio) = (facts.School, facts.Portfolio);
        if (facts.Schooling.Count > 0)
        {
            var study = facts.Schooling[0].Group.StudyName;
            foreach (var field in Text(PaperTextKeys.Word(study), texts["Your field of study"], new Bilingual(study), area: false))
            {
                yield return field;
            }
        }
        foreach (var skill in portfolio.Skills.SelectMany(s => Text(PaperTextKeys.Word(s.In("id")), texts["Skill"], s, area: false)))
        {
            yield return skill;
        }
        foreach (var name in portfolio.Languages.Select(l => l.Language).Distinct().Where(n => CommonWords.Find(n, language) is null))
        {
            foreach (var field in Text(PaperTextKeys.Word(name), texts["Language"], new Bilingual(name), area: false))
            {
                yield return field;
            }
        }
        if (language != "id")
        {
            yield return Name(PaperTextKeys.Word(school.Name), texts["Your school"], school.Name);
        }
    }

    private IEnumerable<TextField> Past(PastItem item)
    {
        var kind = PaperWords.Past(item.Kind, W);
        foreach (var field in Text(PaperTextKeys.Past(item.Id, "title"), kind, item.Title, area: false, needed: item.Kind != PastKind.School).Concat(Text(PaperTextKeys.Past(item.Id, "detail"), texts["{0}: details", kind], item.Detail, area: true)))
        {
            yield return field;
        }
        foreach (var (name, label, text) in new[] { ("organisation", texts["{0}: organisation", kind].Value, item.Organisation), ("place", texts["{0}: place", kind].Value, item.Place) })
        {
            if (text.Length > 0 && language != "id")
            {
                yield return Name(PaperTextKeys.Past(item.Id, name), label, text);
            }
        }
    }

    private IEnumerable<TextField> Entry(EntryFacts entry)
    {
        var (id, detail) = (entry.Entry.Id, entry.Detail);
        var values = EntrySchema.Values(detail);
        foreach (var field in EntrySchema.For(detail.Kind))
        {
            var source = new Bilingual(values.GetValueOrDefault(field.Name, ""), values.GetValueOrDefault(field.Name + ".en"));
            var isWords = field.Type == FieldType.Bilingual || (field.Name is "predicate" or "quantity" && source.Id.Any(char.IsLower));
            foreach (var text in isWords ? Text(PaperTextKeys.Entry(id, field.Name), EntryWords.ReaderLabel(detail.Kind, field.Name, words), source, field.Rule.Area) : [])
            {
                yield return text;
            }
        }
        if (detail.Organisation.Length > 0 && language != "id")
        {
            yield return Name(PaperTextKeys.Entry(id, "organisation"), texts["Company, client or body"], detail.Organisation);
        }
    }

    /// <summary>A text that somebody has to write in this language, when there is anything to translate.</summary>
    private IEnumerable<TextField> Text(string key, string label, Bilingual source, bool area, bool needed = true)
    {
        var field = Filled(new TextField(key, label, area ? AreaMax : LineMax, area, needed), source);
        if (field.Sources.Count > 0 || field.IsDone)
        {
            yield return field;
        }
    }

    /// <summary>A name is printed as it is unless it is written differently here.</summary>
    private TextField Name(string key, string label, string source, bool needed = false) =>
        new(key, label, LineMax, Area: false, needed) { Sources = [("id", source)], Written = Own(language, key) ?? "", Hint = needed ? null : texts["Leave it empty when it is written in Latin letters there too."].Value };

    private TextField Filled(TextField field, Bilingual source) => field with
    {
        Fixed = language switch { "id" when source.Id.Length > 0 => source.Id, "en" when !string.IsNullOrEmpty(source.En) => source.En, _ => null },
        Written = Own(language, field.Key) ?? "",
        Sources = [.. PaperPlaces.Languages.Where(l => l != language).Select(l => (l, (l == "id" ? Some(source.Id) : l == "en" ? Some(source.En) : null) ?? Own(l, field.Key) ?? "")).Where(s => s.Item2.Length > 0).Take(1)],
    };

    private string? Own(string tag, string key) => facts.Texts.TryGetValue(tag, out var own) ? own.GetValueOrDefault(key) : null;

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
