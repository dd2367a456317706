using System.Net;
using System.Text;

namespace SmkPortfolio.Benchmarks;

/// <summary>The same words and photograph as the paper, as a plain A4 page for a browser; without QR codes, attachment and seal, which a browser cannot make.</summary>
internal static class CvBenchmarkHtml
{
    private const string Style = "@page{size:A4;margin:17mm 18mm}body{font:9.5pt/1.45 'Noto Sans',sans-serif;color:#1d2a30}h1{font-size:24pt;margin:0}h2{font-size:11.5pt;color:#0b5563;border-bottom:.5pt solid #c9d7da}h3{font-size:9.5pt;margin:6pt 0 0}table{width:100%;border-collapse:collapse;font-size:8pt}td,th{text-align:left;border-bottom:.5pt solid #c9d7da;padding:3pt 4pt}th{background:#eef5f6}";
    private static readonly string Photo = $"<img alt=\"Foto\" width=112 src=\"data:image/jpeg;base64,{Convert.ToBase64String(CvBenchmarkPaper.Photo)}\">";

    public static string Of(CvBenchmarkContent content)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"id\"><meta charset=\"utf-8\"><title>CV</title><style>").Append(Style).Append("</style><body>").Append(Photo);
        Add(html, "h1", content.Name);
        Add(html, "p", content.JapaneseName);
        Add(html, "p", string.Join(" · ", content.Facts));
        Add(html, "h2", "Ringkasan");
        Add(html, "p", content.Summary);
        Add(html, "h2", "Nilai");
        Table(html, ["Mata pelajaran", "Rapor", "Praktik", "Catatan"], content.Marks);
        Add(html, "h2", "Pengalaman");
        foreach (var (years, title, text) in content.Timeline)
        {
            Add(html, "h3", years + " " + title);
            Add(html, "p", text);
        }

        Add(html, "h2", "自己紹介");
        Add(html, "p", content.Japanese);
        Add(html, "h2", "한국어");
        Add(html, "p", content.Korean);
        Add(html, "h2", "Sertifikat");
        Table(html, ["Kompetensi", "Nomor", "Tanggal"], content.Certificates);
        Add(html, "h2", "Periksa");
        Add(html, "p", content.Address);
        return html.Append("</body></html>").ToString();
    }

    private static void Table(StringBuilder html, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        html.Append("<table><thead><tr>");
        foreach (var cell in head)
        {
            Add(html, "th", cell);
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                Add(html, "td", cell);
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void Add(StringBuilder html, string tag, string text) => html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(tag).Append('>');
}
