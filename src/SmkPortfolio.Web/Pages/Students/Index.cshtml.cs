using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Pages.Students;

/// <summary>The students of the operator's school, found by a part of name, class or school number.</summary>
public sealed class Index(AppDb db) : PageModel
{
    private const int PerPage = 25;
    private const int LongestSearch = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public IReadOnlyList<StudentRow> Found { get; private set; } = [];
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // A school's students are some thousands at most, and only here is every letter's case told from another's as people do.
        var all = await StudentRow.Of(db).ToListAsync(cancel);
        var wanted = (Search ?? "")[..Math.Min(Search?.Length ?? 0, LongestSearch)].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = all.Where(s => wanted.All(w => $"{s.Name} {s.ClassName} {s.Nis}".Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(s => s.ClassName, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Count = found.Count;
        At = Math.Clamp(At, 1, Pages);
        Found = [.. found.Skip((At - 1) * PerPage).Take(PerPage)];
    }

    public string Address(int page) => FormattableString.Invariant($"/students?p={page}") + (string.IsNullOrEmpty(Search) ? "" : "&q=" + Uri.EscapeDataString(Search));
}
