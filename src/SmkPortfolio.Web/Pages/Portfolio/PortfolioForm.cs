using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Pages.Portfolio;

/// <summary>Carries the portfolio between the form and the Domain.</summary>
internal static class PortfolioForm
{
    /// <summary>The class a student is in now.</summary>
    public static Task<ClassGroup?> GroupAsync(AppDb db, Guid personId, CancellationToken cancel) => (
        from m in db.Memberships
        join g in db.ClassGroups on m.ClassGroupId equals g.Id
        where m.PersonId == personId && m.Role == Role.Student
        orderby m.From descending
        select g).AsNoTracking().FirstOrDefaultAsync(cancel);

    public static Bilingual Both(string? id, string? en, Func<string?, string> clean) => new(clean(id), clean(en) is { Length: > 0 } english ? english : null);

    /// <summary>One on each line, English after a bar.</summary>
    public static IReadOnlyList<Bilingual> Skills(string? text) =>
        [.. CleanText.Of(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(p => new Bilingual(p[0], p.Length > 1 && p[1].Length > 0 ? p[1] : null))];

    public static LanguageSkill Language(Index.RowModel row) => new(CleanText.Line(row.Language), row.Level ?? "", Some(row.Test), Some(row.Result), row.TakenOn);

    /// <summary>Where on the page a field of the Domain stands.</summary>
    public static string FieldName(string? field) => field switch
    {
        null => "",
        "headline" => "Input.Headline",
        "headline.en" => "Input.HeadlineEn",
        "summary" => "Input.Summary",
        "summary.en" => "Input.SummaryEn",
        "skills" => "Input.Skills",
        "email" => "Input.Email",
        "phone" => "Input.Phone",
        "address" => "Input.Address",
        "city" => "Input.City",
        "language" => "Row.Language",
        "level" => "Row.Level",
        "test" => "Row.Test",
        "result" => "Row.Result",
        "takenOn" => "Row.TakenOn",
        _ => field,
    };

    public static Index.InputModel Of(Domain.Portfolios.Portfolio stored) => new()
    {
        Headline = stored.Headline.Id,
        HeadlineEn = stored.Headline.En,
        Summary = stored.Summary.Id,
        SummaryEn = stored.Summary.En,
        Skills = string.Join('\n', stored.Skills.Select(s => s.En is null ? s.Id : $"{s.Id} | {s.En}")),
        Email = stored.Contact.Email,
        Phone = stored.Contact.Phone,
        Address = stored.Contact.Address,
        City = stored.Contact.City,
    };

    private static string? Some(string? text) => CleanText.Line(text) is { Length: > 0 } line ? line : null;
}
