using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Rows that must be there once for a whole site and are made on first need, by whoever comes first.</summary>
internal static class Apart
{
    /// <summary>Saves rows in a unit of work of their own; when another has saved the same meanwhile, theirs stand.</summary>
    public static async Task AddApartAsync(this IServiceScopeFactory scopes, params object[] rows)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.AddRange(rows);
        try
        {
            // Not given up half-way: what comes after needs the rows.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            // The unique name is taken: the other's row is read next, and if there is none, reading fails.
        }
    }
}
