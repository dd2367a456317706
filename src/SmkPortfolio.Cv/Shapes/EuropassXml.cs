using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SmkPortfolio.Cv.Formats;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>
/// A paper as Europass XML, version 3.4: the SkillsPassport that Cedefop documented and that Europass editors and many job sites read. It
/// has no word for who stands behind a line; that is said in the text of the line.
/// </summary>
public static class EuropassXml
{
    private static readonly XNamespace Space = "http://europass.cedefop.europa.eu/Europass";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Writes the content; the same content and options give the same bytes.</summary>
    /// <exception cref="ArgumentException">A line is of no known kind or word.</exception>
    public static byte[] Write(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        var texts = OutlineTexts.For(options.Language);
        var time = options.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var root = new XElement(
            Space + "SkillsPassport",
            new XAttribute(XNamespace.Xmlns + "xsi", Instance.NamespaceName),
            new XAttribute(Instance + "schemaLocation", $"{Space.NamespaceName} http://europass.cedefop.europa.eu/xml/v3.4.0/EuropassSchema.xsd"),
            new XAttribute("locale", options.Language),
            Element("DocumentInfo", Text("DocumentType", "ECV"), Text("CreationDate", time), Text("LastUpdateDate", time), Text("XSDVersion", "V3.4"), Text("Generator", "SmkPortfolio"),
                Text("Comment", PaperKit.Format(texts.NotSealed, content.Verification.Url, content.Verification.Code))),
            Element(
                "LearnerInfo",
                Identification(content.Person, texts),
                content.Person.Headline.Length == 0 ? null : Element("Headline", Element("Type", Text("Code", "personal_statement")), Element("Description", Text("Label", content.Person.Headline))),
                Filled("WorkExperienceList", Work(content, options)),
                Filled("EducationList", Education(content)),
                Skills(content),
                Filled("AchievementList", Achievements(content, options, texts))));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            new XDocument(root).Save(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Identification(CvPerson person, OutlineTexts texts)
    {
        // Nobody is made to have two names: whoever has one has it as the first.
        var at = person.Name.LastIndexOf(' ');
        var name = at < 0 ? Element("PersonName", Text("FirstName", person.Name)) : Element("PersonName", Text("FirstName", person.Name[..at]), Text("Surname", person.Name[(at + 1)..]));
        var address = Filled("Contact", [Text("AddressLine", person.Address), Text("PostalCode", person.PostalCode), Text("Municipality", person.City)]);
        return Element(
            "Identification",
            name,
            Filled(
                "ContactInfo",
                [
                    address is null ? null : Element("Address", address),
                    person.Email is null ? null : Element("Email", Text("Contact", person.Email)),
                    person.Phone is null ? null : Element("TelephoneList", Element("Telephone", Text("Contact", person.Phone))),
                    person.Link is null ? null : Element("WebsiteList", Element("Website", Text("Contact", person.Link))),
                ]),
            Filled(
                "Demographics",
                [
                    person.BirthDate is { } born ? Day("Birthdate", born) : null,
                    person.Gender is { } gender ? Element("Gender", Text("Code", gender == "female" ? "F" : "M"), Text("Label", texts.Labels.GetValueOrDefault(gender))) : null,
                    person.NationalityName is null && person.Nationality is null ? null : Element("NationalityList", Element("Nationality", Text("Code", person.Nationality), Text("Label", person.NationalityName))),
                ]));
    }

    private static IEnumerable<XElement?> Work(CvContent content, CvOptions options) =>
    [
        .. content.Entries.Where(e => e.Kind is CvKinds.Internship or CvKinds.TeachingFactory).Select(e => Element(
            "WorkExperience", Period(e.From, e.Until, lasts: e.Kind == CvKinds.Internship), Element("Position", Text("Label", e.Title)), Text("Activities", Said(e, options)), Employer(e.Organisation, e.Place))),
        .. content.Past.Where(p => p.Kind is "job" or "trainee").Select(p => Element(
            "WorkExperience", Period(p.From, p.Until, lasts: true), Element("Position", Text("Label", p.Title)), Text("Activities", Paragraphs([p.Detail, CheckTexts.For(options.Language).Words[CvWords.Self]])), Employer(p.Organisation, p.Place))),
    ];

    /// <summary>No level: the European one is not for us to say.</summary>
    private static IEnumerable<XElement?> Education(CvContent content) =>
    [
        .. Schooling.Of(content).Reverse().Select(s => Element(
            "Education", Period(s.From, s.Until, lasts: true), Text("Title", s.Last.Field.Length == 0 ? s.Last.Institution : s.Last.Field), Organisation("Organisation", s.Last.Institution, s.Last.Place))),
        .. content.Past.Where(p => p.Kind == "course").Select(p => Element("Education", Period(p.From, p.Until, lasts: false), Text("Title", p.Title), Text("Activities", Paragraphs([p.Detail])), Organisation("Organisation", p.Organisation, p.Place))),
    ];

    private static XElement? Skills(CvContent content)
    {
        var mother = content.Languages.Where(l => l.Level == PaperKit.NativeLevel).Select(l => Element("MotherTongue", Element("Description", Text("Label", l.Language))));
        var others = content.Languages.Where(l => l.Level != PaperKit.NativeLevel).Select(Foreign);
        return Filled(
            "Skills",
            [
                Filled("Linguistic", [Filled("MotherTongueList", mother), Filled("ForeignLanguageList", others)]),
                content.Skills.Count == 0 ? null : Element("JobRelated", Text("Description", Paragraphs(content.Skills))),
                content.Statements.GetValueOrDefault(CvStatements.Computer) is { Length: > 0 } computer ? Element("Computer", Text("Description", Paragraphs([computer]))) : null,
                content.Past.Where(p => p.Kind == "licence").Select(p => p.Title).ToList() is { Count: > 0 } licences || content.Statements.ContainsKey(CvStatements.Hobbies)
                    ? Element("Other", Text("Description", Paragraphs([.. content.Past.Where(p => p.Kind == "licence").Select(p => p.Title), content.Statements.GetValueOrDefault(CvStatements.Hobbies, "")])))
                    : null,
            ]);
    }

    private static XElement Foreign(CvLanguage language)
    {
        string[] names = ["Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing"];
        var levels = language.Grid.Count == names.Length ? language.Grid : [.. Enumerable.Repeat(language.Level, names.Length)];
        var test = LanguageTable.Test(language, CvDates.Slashed);
        return Element(
            "ForeignLanguage",
            Element("Description", Text("Label", language.Language)),
            Filled("ProficiencyLevel", names.Select((n, i) => levels[i] is ['A' or 'B' or 'C', '1' or '2'] ? Text(n, levels[i]) : null)),
            test == "–" ? null : Element("VerifiedBy", Element("Certificate", Text("Title", test))));
    }

    private static IEnumerable<XElement?> Achievements(CvContent content, CvOptions options, OutlineTexts texts)
    {
        if (content.Person.Summary.Length > 0)
        {
            yield return Achievement("personal_statement", texts.Parts[OutlinePart.Profile], Paragraphs([content.Person.Summary]));
        }

        foreach (var entry in content.Entries.Where(e => e.Kind is CvKinds.Project or CvKinds.Certification))
        {
            var isProject = entry.Kind == CvKinds.Project;
            yield return Achievement(isProject ? "projects" : "certifications", texts.Parts[isProject ? OutlinePart.Projects : OutlinePart.Certificates], Paragraphs([entry.Title, entry.Organisation]) + Said(entry, options));
        }

        foreach (var item in content.Past.Where(p => p.Kind is "award" or "activity"))
        {
            var isAward = item.Kind == "award";
            yield return Achievement(isAward ? "honors_awards" : "memberships", texts.Parts[isAward ? OutlinePart.Awards : OutlinePart.Activities], Paragraphs([item.Title, item.Organisation, item.Detail]));
        }
    }

    private static XElement Achievement(string code, string label, string description) => Element("Achievement", Element("Title", Text("Code", code), Text("Label", label)), Text("Description", description));

    /// <summary>What was done, what is known of it, and on whose word.</summary>
    private static string Said(CvEntry entry, CvOptions options)
    {
        var check = CheckTexts.For(options.Language);
        var facts = entry.Facts.Where(f => entry.Word != CvWords.Self || !f.IsNumber).Select(f => $"{f.Label}: {f.Value}");
        return Paragraphs([entry.Role, .. entry.Description, entry.Result, .. facts, PaperKit.JoinedBy(", ", check.Words[entry.Word], string.Join("; ", entry.ConfirmedBy))]);
    }

    /// <summary>Rich text of Europass: paragraphs as HTML.</summary>
    private static string Paragraphs(IEnumerable<string> texts) => string.Concat(texts.Where(t => t.Length > 0).Select(t => new XElement("p", t).ToString(SaveOptions.DisableFormatting)));

    private static XElement? Employer(string name, string place) => Organisation("Employer", name, place);

    private static XElement? Organisation(string element, string name, string place) =>
        Filled(element, [Text("Name", name), place.Length == 0 ? null : Element("ContactInfo", Element("Address", Element("Contact", Text("Municipality", place))))]);

    private static XElement? Period(DateOnly? from, DateOnly? until, bool lasts) => Filled(
        "Period",
        [from is { } begun ? Day("From", begun) : null, until is { } ended ? Day("To", ended) : null, from is not null && until is null && lasts ? Text("Current", "true") : null]);

    /// <summary>Parts of a day in the spelling of XML Schema: <c>--05</c>, <c>---12</c>.</summary>
    private static XElement Day(string name, DateOnly day) => new(
        Space + name,
        new XAttribute("year", day.Year.ToString("0000", CultureInfo.InvariantCulture)),
        new XAttribute("month", day.ToString("--MM", CultureInfo.InvariantCulture)),
        new XAttribute("day", day.ToString("---dd", CultureInfo.InvariantCulture)));

    private static XElement Element(string name, params IEnumerable<XElement?> children) => new(Space + name, children);

    private static XElement? Text(string name, string? text) => string.IsNullOrEmpty(text) ? null : new XElement(Space + name, text);

    /// <summary>No element where there is nothing to stand in it.</summary>
    private static XElement? Filled(string name, IEnumerable<XElement?> children) => children.OfType<XElement>().ToList() is { Count: > 0 } found ? new XElement(Space + name, found) : null;
}
