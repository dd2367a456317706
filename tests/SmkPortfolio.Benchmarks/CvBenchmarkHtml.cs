using System.Globalization;
using System.Net;
using System.Text;
using SmkPortfolio.Cv;

namespace SmkPortfolio.Benchmarks;

/// <summary>The same words as the paper, as a plain A4 page for a browser; without QR code, attachment and seal, which a browser cannot make.</summary>
internal static class CvBenchmarkHtml
{
    private const string Style = "@page{size:A4;margin:17mm 18mm}body{font:9.5pt/1.45 'Noto Sans',sans-serif;color:#1d2a30}h1{font-size:25pt;margin:0}h2{font-size:11pt;color:#0b5563;border-bottom:.6pt solid #c9d7da}h3{font-size:10pt;margin:8pt 0 0}.row{display:grid;grid-template-columns:112pt 1fr;gap:14pt;break-inside:avoid}small,.side{color:#55666d}";

    public static string Of(CvContent content)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"id\"><meta charset=\"utf-8\"><title>CV</title><style>").Append(Style).Append("</style><body>");
        Add(html, "h1", content.Person.Name);
        Add(html, "p", content.Person.Headline);
        Add(html, "p", string.Join(" · ", content.Person.Address, content.Person.City, content.Person.Phone, content.Person.Email));
        Add(html, "h2", "Ringkasan");
        Add(html, "p", content.Person.Summary);
        Add(html, "h2", "Pengalaman");
        foreach (var entry in content.Entries)
        {
            html.Append("<div class=row><div class=side>").Append(Text($"{entry.From:d MMM yyyy} – {entry.Until:d MMM yyyy}")).Append("</div><div>");
            Add(html, "h3", entry.Title);
            Add(html, "div", entry.Organisation);
            html.Append("<ul>");
            foreach (var paragraph in entry.Description)
            {
                Add(html, "li", paragraph);
            }
            html.Append("</ul>");
            Add(html, "p", entry.Result);
            Add(html, "small", string.Join("   ", entry.Facts.Select(f => $"{f.Label} {f.Value}")));
            Add(html, "small", string.Create(CultureInfo.InvariantCulture, $" {entry.Word} · {string.Join("; ", entry.ConfirmedBy)} · {entry.ConfirmedOn:yyyy-MM-dd}"));
            html.Append("</div></div>");
        }
        Add(html, "h2", "Pendidikan");
        foreach (var school in content.Education)
        {
            html.Append("<div class=row><div class=side>").Append(school.From.Year).Append("</div><div>").Append(Text($"{school.Institution}, {school.Field}, {school.Place}")).Append("</div></div>");
        }
        Add(html, "h2", "Keterampilan");
        Add(html, "p", string.Join(" · ", content.Skills));
        Add(html, "p", string.Join(" · ", content.Languages.Select(l => $"{l.Language} {l.Level} {l.Test} {l.Result}")));
        Add(html, "h2", "Periksa");
        Add(html, "p", $"{content.Verification.Code} {content.Verification.Url} {content.Verification.RegisterKey} {content.Verification.IssuedAt}");
        return html.Append("</body></html>").ToString();
    }

    private static void Add(StringBuilder html, string tag, string text) => html.Append('<').Append(tag).Append('>').Append(Text(text)).Append("</").Append(tag).Append('>');

    private static string Text(FormattableString text) => Text(text.ToString(CultureInfo.InvariantCulture));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
