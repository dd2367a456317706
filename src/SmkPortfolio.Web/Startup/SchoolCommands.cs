using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Startup;

/// <summary>Schools from the command line: nobody in a school closes it alone, so no page does. The audit chain names nobody: the empty id.</summary>
public sealed class SchoolCommands(AppDb db, SchoolLife life, TimeProvider clock)
{
    public const string Usage = """
        Usage: schools                                               all schools: NPSN, name, since when they sign, what became of them
               schools close NPSN --reason TEXT [--successor NPSN]   for ever: what the school issued stays good, nothing more is issued
        """;

    private const string Reason = "--reason";
    private const string Successor = "--successor";

    /// <summary>What was asked for; without a school, the list.</summary>
    public sealed record Order(string? Npsn, string? Reason, string? Successor);

    /// <summary>Reads the words behind the command; null when they are misspelt.</summary>
    public static Order? Read(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return new Order(null, null, null);
        }
        if (words.Count is not (4 or 6) || words[0] != "close")
        {
            return null;
        }
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 2; at < words.Count; at += 2)
        {
            if (words[at] is not (Reason or Successor) || !options.TryAdd(words[at], words[at + 1]))
            {
                return null;
            }
        }
        return options.TryGetValue(Reason, out var reason) ? new Order(words[1], reason, options.GetValueOrDefault(Successor)) : null;
    }

    public Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        return Read(words) switch
        {
            { Npsn: null } => ListAsync(cancel),
            { } order => CloseAsync(order, cancel),
            null => throw new ArgumentOutOfRangeException(nameof(words)),
        };
    }

    private async Task<int> ListAsync(CancellationToken cancel)
    {
        var schools = await db.Schools.AsNoTracking().OrderBy(s => s.Npsn).ToListAsync(cancel);
        var since = await db.Issuers.AsNoTracking().Where(i => i.Kind == IssuerKind.School).ToDictionaryAsync(i => i.SchoolId!.Value, i => i.From, cancel);
        foreach (var school in schools)
        {
            var signs = since.TryGetValue(school.Id, out var from) ? $"signs since {Day(from)}" : "has signed nothing yet";
            var end = school.ClosedAt is { } closed ? $", closed {Day(closed)}" : "";
            var successor = school.SuccessorId is { } next ? $", successor {schools.Single(s => s.Id == next).Npsn}" : "";
            await Console.Out.WriteLineAsync($"{school.Npsn} {school.Name}, {signs}{end}{successor}");
        }
        return 0;
    }

    private async Task<int> CloseAsync(Order order, CancellationToken cancel)
    {
        if (await db.Schools.SingleOrDefaultAsync(s => s.Npsn == order.Npsn, cancel) is not { } school)
        {
            return await FailAsync($"There is no school {order.Npsn}.");
        }
        if (await life.CloseAsync(school, order.Successor, new Change(Guid.Empty, clock.GetUtcNow().UtcDateTime, order.Reason), cancel) is { } refusal)
        {
            return await FailAsync(refusal.Code switch
            {
                "required" => "Say why: the reason stands in the school's record.",
                "too-long" => $"The reason is too long: at most {refusal.Limit} characters.",
                "successor-unknown" => $"There is no school {order.Successor} that could answer for it.",
                "successor-unfit" => "A school cannot go on in itself or in a closed one.",
                "school-closed" => $"{school.Npsn} closed on {Day(school.ClosedAt!.Value)}, and that is for ever.",
                _ => $"Refused: {refusal.Code}.",
            });
        }
        await Console.Out.WriteLineAsync($"Closed: {school.Npsn} {school.Name}. What it issued stays good.");
        return 0;
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
