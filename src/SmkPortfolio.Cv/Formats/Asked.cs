namespace SmkPortfolio.Cv.Formats;

/// <summary>A format's wishes as a table: code, whether the form is incomplete without it, whether it is missing.</summary>
internal static class Asked
{
    public static IEnumerable<CvMissing> Of(params (string Code, bool IsNeeded, bool IsMissing)[] wishes) =>
        wishes.Where(w => w.IsMissing).Select(w => new CvMissing(w.Code, w.IsNeeded));

    public static bool HasNo(CvContent content, string statement) => string.IsNullOrWhiteSpace(content.Statements.GetValueOrDefault(statement));
}
