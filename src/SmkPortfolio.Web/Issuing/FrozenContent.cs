using System.Text.Json;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Cvs;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What an issued paper says, as it was frozen with it: no fact of today comes in. Pictures are frozen by their digest only and are not in it.</summary>
public sealed record FrozenContent(CvFormat Format, CvContent Content, CvOptions Options)
{
    /// <summary>Null for a paper that holds no content that can be read, or of a format that there is no more.</summary>
    public static FrozenContent? Of(CvDocument paper)
    {
        try
        {
            using var snapshot = JsonDocument.Parse(paper.Snapshot);
            if (CvFormats.Find(paper.Format) is not { } format || !snapshot.RootElement.TryGetProperty("content", out var kept) || kept.Deserialize<CvContent>(CvJson.Options) is not { } content)
            {
                return null;
            }
            var order = PaperOrder.FromJson(paper.Order);
            return new FrozenContent(format, content, new CvOptions(paper.Language, new DateTimeOffset(DateTime.SpecifyKind(paper.IssuedAt, DateTimeKind.Utc)))
            {
                Today = content.Verification.IssuedOn,
                EraDates = order is { EraDates: true },
                Letter = order is { Letter: true },
            });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
