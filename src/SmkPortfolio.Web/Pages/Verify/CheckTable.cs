using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;
using MiniExcelLibs.Csv;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>
/// The result of many checks as a table for a spreadsheet. Between the check and the download the rows travel in the page itself, sealed: nothing
/// is kept here, and nobody can have us put our name to rows of their own.
/// </summary>
public sealed class CheckTable(IDataProtectionProvider protection, TimeProvider clock, IStringLocalizer<CheckTable> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>How long a page with results can be turned into a table.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly IDataProtector rows = protection.CreateProtector("SmkPortfolio.CheckTable");

    /// <summary>A row, sealed.</summary>
    public string Keep(string file, CheckedDocument? document, string? problem)
    {
        var report = document?.Report;
        string? At(DateTimeOffset? instant) => instant is { } known
            ? TimeZoneInfo.ConvertTime(known, TimeZoneInfo.FindSystemTimeZoneById(document!.Zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
        string?[] cells =
        [
            file,
            report is null ? texts["Not checked"].Value : VerdictWords.Verdict(WireNames.Of(report.Verdict), shared).Text,
            report?.Reason ?? problem,
            document?.Name,
            document?.Name is null ? null : report?.Issuer.Name,
            document?.Name is null ? null : report?.Issuer.Npsn,
            document?.Name is null ? null : document.Paper is { } paper ? CvCode.Written(paper.Code) : report?.Title,
            report is { Lines.Count: > 0 } ? texts["{0} of {1}", report.Lines.Count(l => l.Word != "self" && l.State == LineState.Current), report.Lines.Count].Value : null,
            At(report?.SignedAt),
            At(report?.StatusAsOf),
            At(report?.CheckedAt),
        ];
        return rows.Protect(JsonSerializer.Serialize(new Row(clock.GetUtcNow(), cells)));
    }

    /// <summary>The rows that were kept, in a file; null when one of them is too old or not ours.</summary>
    public byte[]? Write(IEnumerable<string?> kept, bool csv)
    {
        var table = new List<Dictionary<string, object>>();
        foreach (var text in kept)
        {
            if (Open(text) is not { } row)
            {
                return null;
            }
            table.Add(Heads().Zip(row.Cells, (head, cell) => (head, cell)).ToDictionary(pair => pair.head, pair => (object)Harmless(pair.cell ?? "")));
        }
        using var stream = new MemoryStream();
        if (csv)
        {
            // With the mark in front Excel reads it as UTF-8.
            stream.SaveAs(table, excelType: ExcelType.CSV, configuration: new CsvConfiguration { StreamWriterFunc = s => new StreamWriter(s, new UTF8Encoding(true), leaveOpen: true) });
        }
        else
        {
            stream.SaveAs(table, sheetName: "SmkPortfolio");
        }
        return stream.ToArray();
    }

    private Row? Open(string? text)
    {
        try
        {
            var row = JsonSerializer.Deserialize<Row>(rows.Unprotect(text ?? ""));
            return row is not null && clock.GetUtcNow() - row.At <= Lifetime ? row : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private string[] Heads() =>
    [
        texts["File"], texts["Verdict"], texts["Why"], texts["Name"], texts["Issued by"], "NPSN", texts["Document"], texts["Lines confirmed"], shared["Signed"], shared["Status as of"], shared["Checked"],
    ];

    // A cell that begins like this is carried out by spreadsheets; with the apostrophe it is text.
    private static string Harmless(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + cell : cell;

    private sealed record Row(DateTimeOffset At, string?[] Cells);
}
