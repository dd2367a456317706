using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;

namespace SmkPortfolio.WebTests.Walls;

/// <summary>Reads rows of every kind that belongs to a school, whatever kinds there are.</summary>
internal static class SchoolRows
{
    /// <summary>Every kind of row that says whose school it is.</summary>
    public static IReadOnlyList<Type> Kinds(AppDb db) =>
        [.. db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ISchoolOwned))).Select(t => t.ClrType).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The schools whose rows of one kind this unit of work sees.</summary>
    public static Task<List<Guid>> SchoolsSeenAsync(AppDb db, Type kind) => CallAsync<List<Guid>>(nameof(SeenAsync), kind, db);

    /// <summary>All rows of one school; the unit of work must see all schools.</summary>
    public static async Task<IReadOnlyList<object>> OfAsync(AppDb db, Guid schoolId)
    {
        List<object> rows = [];
        foreach (var kind in Kinds(db))
        {
            rows.AddRange(await CallAsync<List<object>>(nameof(AllAsync), kind, db, schoolId));
        }
        return rows;
    }

    private static Task<List<Guid>> SeenAsync<T>(AppDb db) where T : class, ISchoolOwned => db.Set<T>().Select(row => row.SchoolId).Distinct().ToListAsync();

    private static Task<List<object>> AllAsync<T>(AppDb db, Guid schoolId) where T : class, ISchoolOwned => db.Set<T>().Where(row => row.SchoolId == schoolId).Cast<object>().ToListAsync();

    private static Task<T> CallAsync<T>(string name, Type kind, params object[] arguments) =>
        (Task<T>)typeof(SchoolRows).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(kind).Invoke(null, arguments)!;
}
