// A list: the fields and choices of the kinds in words. Indonesian stands in EntryWords.id.resx.
using Microsoft.Extensions.Localization;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Wording;

/// <summary>Labels and hints of the fields of entries.</summary>
public sealed class EntryWords
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["project.title"] = "What did you make?",
        ["project.context"] = "Where does it come from?",
        ["project.role"] = "Your role",
        ["project.team"] = "Who worked with you?",
        ["project.start"] = "Started",
        ["project.end"] = "Finished",
        ["project.problem"] = "What was the task or the problem?",
        ["project.done"] = "What did you do?",
        ["project.result"] = "What came of it?",
        ["project.tools"] = "Tools and materials",
        ["project.link"] = "Link",
        ["certification.title"] = "Name of the certificate",
        ["certification.bodyKind"] = "Kind of body",
        ["certification.body"] = "Who issued it?",
        ["certification.scheme"] = "Scheme or test",
        ["certification.schemeVersion"] = "Version of the scheme or test",
        ["certification.number"] = "Certificate number",
        ["certification.blanko"] = "Blank form number",
        ["certification.registration"] = "Registration number",
        ["certification.level"] = "Level or score",
        ["certification.units"] = "Units of competency",
        ["certification.issued"] = "Issued on",
        ["certification.validUntil"] = "Valid until",
        ["internship.title"] = "What was your internship about?",
        ["internship.company"] = "Company",
        ["internship.address"] = "Address of the company",
        ["internship.country"] = "Country",
        ["internship.department"] = "Department",
        ["internship.start"] = "First day",
        ["internship.end"] = "Last day",
        ["internship.hoursPerDay"] = "Hours per day",
        ["internship.mentor"] = "Workplace mentor",
        ["internship.tasks"] = "What did you do there?",
        ["internship.competencies"] = "What can you do now?",
        ["internship.score"] = "Score",
        ["internship.predicate"] = "Predicate",
        ["teaching-factory.title"] = "What was the job?",
        ["teaching-factory.product"] = "Product or service",
        ["teaching-factory.client"] = "Client",
        ["teaching-factory.orderNumber"] = "Job order number",
        ["teaching-factory.role"] = "Your part in it",
        ["teaching-factory.start"] = "Started",
        ["teaching-factory.end"] = "Finished",
        ["teaching-factory.hours"] = "Hours you worked",
        ["teaching-factory.quantity"] = "How many?",
        ["teaching-factory.quality"] = "Result of the quality check",
        ["teaching-factory.tools"] = "Tools and materials",
    };

    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["project.title"] = "For example: TIG welded frame for a fish smoker",
        ["project.done"] = "Step by step, in your own words. Two sentences are enough to begin with.",
        ["project.result"] = "Numbers are welcome: size, time, how many, what it cost.",
        ["project.link"] = "Begins with https://",
        ["certification.number"] = "As printed on the certificate, with spaces.",
        ["certification.units"] = "One SKKNI code on each line, for example J.620100.004.02",
        ["certification.validUntil"] = "Leave it empty when it has no end.",
        ["internship.country"] = "Two letters, ID for Indonesia, JP for Japan.",
        ["internship.score"] = "0 to 100",
        ["teaching-factory.quantity"] = "For example: 24 chairs, 3 repainted",
        ["teaching-factory.quality"] = "How many passed at once? What had to be mended?",
    };

    /// <summary>Names for whoever reads it, on paper and on screen: the questions are the student's own.</summary>
    private static readonly Dictionary<string, string> ReaderLabels = new(StringComparer.Ordinal)
    {
        ["project.title"] = "Work",
        ["project.context"] = "Context",
        ["project.role"] = "Role",
        ["project.team"] = "Team",
        ["project.problem"] = "Task or problem",
        ["project.done"] = "What was done",
        ["project.result"] = "Result",
        ["certification.body"] = "Issued by",
        ["internship.title"] = "Internship",
        ["internship.tasks"] = "What was done",
        ["internship.competencies"] = "What was learnt",
        ["teaching-factory.title"] = "Job",
        ["teaching-factory.role"] = "Role",
        ["teaching-factory.quantity"] = "Quantity",
        ["teaching-factory.hours"] = "Hours",
    };

    private static readonly Dictionary<string, string> Choices = new(StringComparer.Ordinal)
    {
        [nameof(ProjectContext.Subject)] = "A subject at school",
        [nameof(ProjectContext.Pkk)] = "Creative and business project (PKK)",
        [nameof(ProjectContext.ProjectBasedLearning)] = "Project-based learning",
        [nameof(ProjectContext.Own)] = "My own idea",
        [nameof(CertificationBody.LspP1)] = "LSP P1 (the school's own)",
        [nameof(CertificationBody.LspP2)] = "LSP P2 (supply chain)",
        [nameof(CertificationBody.LspP3)] = "LSP P3 (industry)",
        [nameof(CertificationBody.Bnsp)] = "BNSP",
        [nameof(CertificationBody.LanguageTest)] = "Language test",
        [nameof(CertificationBody.Vendor)] = "Vendor or company",
    };

    private EntryWords()
    {
    }

    /// <summary>Every English key, so that a test can see that each has its translation.</summary>
    public static IEnumerable<string> Keys => Labels.Values.Concat(ReaderLabels.Values).Concat(Hints.Values).Concat(Choices.Values);

    /// <param name="field">Field name; the English half <c>name.en</c> has the label of its field.</param>
    public static string Label(EntryKind kind, string field, IStringLocalizer<EntryWords> words) =>
        words[Labels[$"{EntryNames.Of(kind)}.{Plain(field)}"]];

    public static string ReaderLabel(EntryKind kind, string field, IStringLocalizer<EntryWords> words) =>
        ReaderLabels.TryGetValue($"{EntryNames.Of(kind)}.{field}", out var key) ? words[key] : Label(kind, field, words);

    /// <summary>A refusal with the name of its field before it, so that it can be understood in the summary on top.</summary>
    public static string Refusal(EntryKind kind, string field, string sentence, IStringLocalizer<EntryWords> words) =>
        !Labels.TryGetValue($"{EntryNames.Of(kind)}.{Plain(field)}", out var key) ? sentence
        : words[key].Value is var label && label.EndsWith('?') ? $"{label} {sentence}" : $"{label}: {sentence}";

    public static string? Hint(EntryKind kind, string field, IStringLocalizer<EntryWords> words) =>
        Hints.TryGetValue($"{EntryNames.Of(kind)}.{field}", out var key) ? words[key].Value : null;

    public static string Choice(string name, IStringLocalizer<EntryWords> words) => Choices.TryGetValue(name, out var key) ? words[key] : name;

    private static string Plain(string field) => field.EndsWith(".en", StringComparison.Ordinal) ? field[..^3] : field;
}
