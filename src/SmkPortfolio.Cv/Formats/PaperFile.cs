using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>What every paper's file says of itself, and the quiet line at the foot of its pages.</summary>
internal static class PaperFile
{
    public static PdfDocument Of(CvContent content, CvOptions options, string format, string title, PageFrame page, Block body)
    {
        var check = CheckTexts.For(options.Language);
        return new PdfDocument
        {
            Title = $"{title} · {content.Person.Name}",
            Author = content.School.Name,
            Language = options.Language,
            Creator = "SmkPortfolio",
            Created = options.CreatedAt,
            Id = SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Verification.Code} {format} {options.Language}"))[..16],
            Page = page,
            Footer = number => Foot(content, check, number),
            Content = body,
        };
    }

    private static Row Foot(CvContent content, CheckTexts check, PageNumber page) => new(
        12,
        RowCell.Share(new Text($"{check.Code} {content.Verification.Code}" + (content.Person.Under18 ? $"　{check.Under18}" : ""), Look.Small)),
        RowCell.Fixed(90, new Text(string.Format(CultureInfo.InvariantCulture, check.Page, page.Number, page.Count), Look.Small) { Align = TextAlign.End }));
}
