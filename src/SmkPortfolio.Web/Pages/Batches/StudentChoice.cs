using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing.Batches;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>A student who can be chosen, with the class joined last.</summary>
public sealed record Choosable(Guid PersonId, string Name, string Nisn, string Nis, Guid ClassId, string ClassName, DateOnly? Born);

/// <summary>A row of a pasted list that names nobody who can be chosen. A number of another school is as unknown as one that does not exist.</summary>
/// <param name="Code">digits, twice or unknown.</param>
public sealed record RowProblem(int Row, string Written, string Code);

/// <summary>Students of the school, chosen by class, by a part of name or school number, by a pasted list, or by all of these together.</summary>
public sealed class StudentChoice(IReadOnlyList<Choosable> all)
{
    private const int LongestWritten = 24;

    public IReadOnlyList<Choosable> All => all;

    public IReadOnlyList<(Guid Id, string Name, int Count)> Classes { get; } =
        [.. all.GroupBy(s => (s.ClassId, s.ClassName)).Select(g => (g.Key.ClassId, g.Key.ClassName, g.Count())).OrderBy(c => c.ClassName, NaturalOrder)];

    private static StringComparer NaturalOrder { get; } = StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering | System.Globalization.CompareOptions.IgnoreCase);

    public static async Task<StudentChoice> LoadAsync(AppDb db, CancellationToken cancel)
    {
        var rows = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.Role == Role.Student
                && !db.Memberships.Any(later => later.PersonId == membership.PersonId && later.Role == Role.Student && later.From > membership.From)
            join person in db.People on membership.PersonId equals person.Id
            join classGroup in db.ClassGroups on membership.ClassGroupId equals classGroup.Id
            select new Choosable(person.Id, person.Name, person.Nisn ?? "", membership.Nis ?? "", classGroup.Id, classGroup.Name, person.BirthDate)).ToListAsync(cancel);
        return new StudentChoice([.. rows.DistinctBy(s => s.PersonId)]);
    }

    /// <summary>Those who are chosen in any of the three ways, sorted as they are printed: by class and name.</summary>
    public (IReadOnlyList<Choosable> Chosen, IReadOnlyList<RowProblem> Problems) Choose(IReadOnlyCollection<Guid> classes, string? search, string? numbers)
    {
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (pasted, problems) = Read(numbers);
        var chosen = all.Where(s => classes.Contains(s.ClassId)
            || pasted.Contains(s.Nisn)
            || (words.Length > 0 && words.All(w => $"{s.Name} {s.Nis}".Contains(w, StringComparison.OrdinalIgnoreCase))));
        return ([.. chosen.OrderBy(s => s.ClassName, NaturalOrder).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase)], problems);
    }

    public static IReadOnlyList<BatchStudent> AsOrdered(IEnumerable<Choosable> chosen) => [.. chosen.Select(s => new BatchStudent(s.PersonId, s.ClassName))];

    /// <summary>One number in a row; blanks, hyphens and what a spreadsheet puts around a number do not matter.</summary>
    private (HashSet<string> Numbers, List<RowProblem> Problems) Read(string? text)
    {
        var known = all.Select(s => s.Nisn).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        HashSet<string> numbers = new(StringComparer.Ordinal);
        List<RowProblem> problems = [];
        foreach (var (line, at) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l.Trim(), i + 1)).Where(r => r.Item1.Length > 0))
        {
            var number = string.Concat(line.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\'' or '"' or ';' or ',')));
            var code = !NationalNumbers.IsNisn(number) ? "digits" : !known.Contains(number) ? "unknown" : !numbers.Add(number) ? "twice" : null;
            if (code is not null)
            {
                problems.Add(new RowProblem(at, line.Length > LongestWritten ? line[..LongestWritten] + "…" : line, code));
            }
        }
        return (numbers, problems);
    }
}
