using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A paper as it would be, and what to know before it is issued.</summary>
/// <param name="Pages">The pages as SVG.</param>
/// <param name="Glyphs">Characters that no font has: with them nothing is issued.</param>
/// <param name="Missing">What the format asks for and does not get, needed things first.</param>
/// <param name="Reading">Null where nothing could be written.</param>
public sealed record PaperPreview(CvFormat Format, PaperSource Source, IReadOnlyList<byte[]> Pages, IReadOnlyList<MissingGlyph> Glyphs, IReadOnlyList<CvMissing> Missing, MachineReading? Reading)
{
    public IReadOnlyList<CvMissing> Needed => [.. Missing.Where(m => m.IsNeeded)];

    public bool IsTooLong => Pages.Count > (Format.MostPages ?? int.MaxValue);
}

/// <summary>
/// Shows papers before they are issued: nothing is stored, signed or counted. A page's address carries the order itself, sealed for its owner
/// and good for some minutes, so that any node can draw it; what was drawn a moment ago is kept in a small memory.
/// </summary>
public sealed class PaperPreviews(PaperContent contents, IDataProtectionProvider protection, PreviewMemory memory, TimeProvider clock)
{
    /// <summary>Stands where the code will stand; its check character is wrong, so that nobody takes it for one.</summary>
    public const string NoCode = "0000000000A";

    private const string Watermark = "PREVIEW";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(20);

    private readonly IDataProtector protector = protection.CreateProtector("SmkPortfolio.PaperPreview");

    private sealed record Ticket(Guid Person, string Order, DateTimeOffset Until);

    /// <summary>What a paper would be.</summary>
    /// <exception cref="ArgumentException">A picture cannot be embedded.</exception>
    public async Task<PaperPreview> MakeAsync(School school, Guid personId, PaperOrder order, CancellationToken cancel)
    {
        var (format, source) = await SourceAsync(school, personId, order, cancel);
        var document = format.Render(source.Content, source.Options) with { Watermark = Watermark };
        var pages = PdfPreview.Pages(document, out var glyphs);
        return new PaperPreview(format, source, pages, glyphs, MissingOf(format, source, document), glyphs.Count > 0 ? null : MachineReading.Of(document));
    }

    /// <summary>Why its owner is asked once more before it is issued: something needed is missing, or it is longer than its readers expect. Cheaper than the whole.</summary>
    public async Task<Error?> DoubtAsync(School school, Guid personId, PaperOrder order, CancellationToken cancel)
    {
        const string Asked = "anyway";
        var (format, source) = await SourceAsync(school, personId, order, cancel);
        if (CvFormats.Missing(format, source.Content).Any(m => m.IsNeeded))
        {
            return Error.Invalid("needed-missing", Asked);
        }
        return format.MostPages is { } most && PagesOf(format, source) > most ? Error.Invalid("paper-too-long", Asked, most) : null;
    }

    /// <summary>What the pages' addresses carry.</summary>
    public string TicketFor(Guid personId, PaperOrder order, IReadOnlyList<byte[]> pages)
    {
        var ticket = protector.Protect(JsonSerializer.Serialize(new Ticket(personId, order.ToJson(), clock.GetUtcNow() + Life)));
        memory.Keep(ticket, pages);
        return ticket;
    }

    /// <summary>A page, numbered from 1; null when the ticket is somebody else's, too old or none, or there is no such page.</summary>
    public async Task<byte[]?> PageAsync(School school, Guid personId, string ticket, int page, CancellationToken cancel)
    {
        if (Open(ticket) is not { } opened || opened.Person != personId || PaperOrder.FromJson(opened.Order) is not { } order || CvFormats.Find(order.Format) is null)
        {
            return null;
        }
        if (memory.Find(ticket) is not { } pages)
        {
            var (format, source) = await SourceAsync(school, personId, order, cancel);
            pages = PdfPreview.Pages(format.Render(source.Content, source.Options) with { Watermark = Watermark });
            memory.Keep(ticket, pages);
        }
        return page >= 1 && page <= pages.Count ? pages[page - 1] : null;
    }

    /// <summary>This person's own ticket, whose time has passed.</summary>
    public bool IsOver(Guid personId, string ticket) => Read(ticket) is { } opened && opened.Person == personId && opened.Until < clock.GetUtcNow();

    private async Task<(CvFormat Format, PaperSource Source)> SourceAsync(School school, Guid personId, PaperOrder order, CancellationToken cancel)
    {
        var format = CvFormats.Find(order.Format) ?? throw new ArgumentException($"There is no format {order.Format}.", nameof(order));
        var source = await contents.GatherAsync(school, personId, order, NoCode, clock.GetUtcNow(), cancel);
        var content = CvFormats.Trim(format, source.Content);
        // The code will be as large as this one, and the pages those that are issued.
        var statement = PrintedStatement.Unsigned(content.Verification.Url, source.Stated(NoCode, school.Npsn, order.Format, clock.GetUtcNow()));
        return (format, source with { Content = content with { Verification = content.Verification with { Statement = statement } } });
    }

    private static int PagesOf(CvFormat format, PaperSource source)
    {
        try
        {
            return PdfWriter.CountPages(format.Render(source.Content, source.Options));
        }
        catch (ArgumentException)
        {
            // A picture that cannot be embedded; issuing says so.
            return 0;
        }
    }

    /// <summary>A text in another language counts only where this format prints it.</summary>
    private static List<CvMissing> MissingOf(CvFormat format, PaperSource source, PdfDocument document)
    {
        var printed = PrintedTexts.Of(document).Where(t => t.Field.Length > 0).ToList();
        bool Prints(string path) => source.Content.ForeignTexts.ContainsKey(path) && printed.Any(t => path.StartsWith(t.Field, StringComparison.Ordinal) || t.Field.StartsWith(path, StringComparison.Ordinal) || SharesLine(path, t.Field));
        return [.. CvFormats.Missing(format, source.Content).Where(m => m.Language is null || Prints(m.Code)).OrderByDescending(m => m.IsNeeded).ThenBy(m => m.Language is not null).DistinctBy(m => m.Code)];
    }

    /// <summary>Smaller facts of an entry are printed together under one name.</summary>
    private static bool SharesLine(string path, string field) =>
        path.StartsWith("entries[", StringComparison.Ordinal) && path.Contains("].values.", StringComparison.Ordinal) && field.EndsWith(".facts", StringComparison.Ordinal) && field.StartsWith(path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparison.Ordinal);

    private Ticket? Open(string ticket) => Read(ticket) is { } opened && opened.Until >= clock.GetUtcNow() ? opened : null;

    private Ticket? Read(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(protector.Unprotect(ticket));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Pages drawn a moment ago: bounded in bytes, for minutes, per node.</summary>
public sealed class PreviewMemory : IDisposable
{
    private const long MostBytes = 48 * 1024 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public void Keep(string ticket, IReadOnlyList<byte[]> pages) =>
        cache.Set(Name(ticket), pages, new MemoryCacheEntryOptions { Size = pages.Sum(p => (long)p.Length), AbsoluteExpirationRelativeToNow = Life });

    public IReadOnlyList<byte[]>? Find(string ticket) => cache.Get<IReadOnlyList<byte[]>>(Name(ticket));

    public void Dispose() => cache.Dispose();

    private static string Name(string ticket) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));
}
