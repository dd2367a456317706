using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <summary>
/// The one place that knows the fields of each kind: forms, storing, the frozen revision, what is missing and what changed are all
/// read from it. Values travel as invariant text: dates <c>yyyy-MM-dd</c>, numbers as digits, choices by name.
/// </summary>
public static partial class EntrySchema
{
    private static readonly Dictionary<EntryKind, IReadOnlyList<Field>> Known = new()
    {
        [EntryKind.Project] = Fields<ProjectDetail>(),
        [EntryKind.Certification] = Fields<CertificationDetail>(),
        [EntryKind.Internship] = Fields<InternshipDetail>(),
        [EntryKind.TeachingFactory] = Fields<TeachingFactoryDetail>(),
    };

    public static IReadOnlyList<Field> For(EntryKind kind) => Known[kind];

    public static EntryDetail Empty(EntryKind kind) => kind switch
    {
        EntryKind.Project => new ProjectDetail(),
        EntryKind.Certification => new CertificationDetail(),
        EntryKind.Internship => new InternshipDetail(),
        EntryKind.TeachingFactory => new TeachingFactoryDetail(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The filled fields as invariant text, in the order of the form.</summary>
    public static IReadOnlyDictionary<string, string> Values(EntryDetail detail)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in For(detail.Kind))
        {
            var value = field.Get(detail);
            if (value is Bilingual text)
            {
                Put(field.Name, text.Id);
                Put(field.Name + ".en", text.En);
            }
            else
            {
                Put(field.Name, value switch
                {
                    null => null,
                    DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    int number => number.ToString(CultureInfo.InvariantCulture),
                    _ => value.ToString(),
                });
            }
        }
        return values;

        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                values[name] = value;
            }
        }
    }

    /// <summary>Reads a record from text, with an error for each field that cannot stand even in a draft.</summary>
    /// <param name="today">The school's date: dates may not lie after it unless the field allows it.</param>
    public static (EntryDetail Detail, IReadOnlyList<Error> Errors) Read(EntryKind kind, IReadOnlyDictionary<string, string> values, DateOnly today)
    {
        var detail = Empty(kind);
        List<Error> errors = [];
        foreach (var field in For(kind))
        {
            var raw = values.GetValueOrDefault(field.Name) ?? "";
            switch (field.Type)
            {
                case FieldType.Bilingual:
                    var id = Clean(field, raw);
                    var en = Clean(field, values.GetValueOrDefault(field.Name + ".en") ?? "");
                    Length(errors, field, field.Name, id);
                    Length(errors, field, field.Name + ".en", en);
                    field.Set(detail, new Bilingual(id, en.Length == 0 ? null : en));
                    break;
                case FieldType.Text:
                    var text = field.Rule.Country ? Clean(field, raw).ToUpperInvariant() : Clean(field, raw);
                    if (!field.Rule.Country)
                    {
                        Length(errors, field, field.Name, text);
                    }
                    Form(errors, field, text);
                    field.Set(detail, text);
                    break;
                case FieldType.Date:
                    field.Set(detail, Date(errors, field, raw.Trim(), today));
                    break;
                case FieldType.Number:
                    field.Set(detail, Number(errors, field, raw.Trim()));
                    break;
                case FieldType.Choice:
                    if (raw.Length > 0 && !field.Choices.Contains(raw))
                    {
                        errors.Add(Error.Invalid("unknown-choice", field.Name));
                    }
                    else if (raw.Length > 0)
                    {
                        field.Set(detail, field.Choice(raw));
                    }
                    break;
                default:
                    throw new InvalidOperationException($"A field of type {field.Type} cannot be read.");
            }
        }
        foreach (var field in For(kind).Where(f => f.Rule.NotBefore is not null))
        {
            var start = For(kind).Single(f => string.Equals(f.Name, field.Rule.NotBefore, StringComparison.OrdinalIgnoreCase)).Get(detail);
            if (field.Get(detail) is DateOnly end && start is DateOnly from && end < from)
            {
                errors.Add(Error.Invalid("end-before-start", field.Name));
            }
        }
        return (detail, errors);
    }

    /// <summary>Fields that are empty and needed at least this much, in the order of the form.</summary>
    public static IReadOnlyList<Field> Missing(EntryDetail detail, FieldNeed atLeast) =>
        [.. For(detail.Kind).Where(f => f.Rule.Need >= atLeast && f.Get(detail) is (null or "" or Bilingual { IsEmpty: true }))];

    /// <summary>Fields with an Indonesian text and no English one.</summary>
    public static IReadOnlyList<Field> Untranslated(EntryDetail detail) =>
        [.. For(detail.Kind).Where(f => f.Get(detail) is Bilingual { LacksEnglish: true })];

    private static string Clean(Field field, string raw) => field.Rule.Area ? CleanText.Of(raw) : CleanText.Line(raw);

    private static void Length(List<Error> errors, Field field, string name, string text)
    {
        if (text.Length > field.Rule.Max)
        {
            errors.Add(Error.Invalid("too-long", name, field.Rule.Max));
        }
    }

    private static void Form(List<Error> errors, Field field, string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (field.Rule.Link && !(Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"))
        {
            errors.Add(Error.Invalid("link-invalid", field.Name));
        }
        if (field.Rule.Codes && text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(c => !IsUnitCode(c)))
        {
            errors.Add(Error.Invalid("unit-code-invalid", field.Name));
        }
        if (field.Rule.Country && Countries.Name(text) is null)
        {
            errors.Add(Error.Invalid("country-unknown", field.Name));
        }
    }

    /// <summary>Three generations of SKKNI codes are in use; see the forms in the tests.</summary>
    public static bool IsUnitCode(string code) => UnitCode().IsMatch(code);

    private static DateOnly? Date(List<Error> errors, Field field, string raw, DateOnly today)
    {
        if (raw.Length == 0)
        {
            return null;
        }
        if (!DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year < 1950 || date.Year > today.Year + 60)
        {
            errors.Add(Error.Invalid("date-invalid", field.Name));
            return null;
        }
        if (date > today && !field.Rule.MayBeFuture)
        {
            errors.Add(Error.Invalid("in-future", field.Name));
        }
        return date;
    }

    private static int? Number(List<Error> errors, Field field, string raw)
    {
        if (raw.Length == 0)
        {
            return null;
        }
        if (!int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(Error.Invalid("number-invalid", field.Name));
            return null;
        }
        if (number < field.Rule.Least || number > field.Rule.Most)
        {
            errors.Add(Error.Invalid(number < field.Rule.Least ? "too-small" : "too-large", field.Name, number < field.Rule.Least ? field.Rule.Least : field.Rule.Most));
        }
        return number;
    }

    private static Field[] Fields<T>() where T : EntryDetail =>
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Rule: p.GetCustomAttribute<FieldAttribute>()))
            .Where(p => p.Rule is not null)
            .OrderBy(p => p.Rule!.Order)
            .Select(p => new Field(p.Property, p.Rule!))];

    [GeneratedRegex(@"^(?:[A-Z]\.\d{6}\.\d{3}\.\d{2}|[A-Z]\.\d{2}[A-Z]{3}\d{2}\.\d{3}\.\d{1,2}|[A-Z]{3}\.[A-Z]{2}\d{2}\.\d{3}\.\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitCode();
}
