namespace SmkPortfolio.Cv;

/// <summary>How a paper is to be set.</summary>
/// <param name="Language">Language of the labels, one of the format's.</param>
/// <param name="CreatedAt">For the file's own data; equal content and time give equal bytes.</param>
public sealed record CvOptions(string Language, DateTimeOffset CreatedAt)
{
    /// <summary>Japanese era years (令和8年) instead of Western ones, throughout one paper.</summary>
    public bool EraDates { get; init; }

    /// <summary>Rows of the tables of a Japanese CV.</summary>
    public RirekishoRows RirekishoRows { get; init; } = RirekishoRows.Sample;

    /// <summary>Letter paper for the United States and Canada instead of A4; only where a format allows it.</summary>
    public bool Letter { get; init; }

    /// <summary>The day of printing in the school's zone; decides "as of" dates and ages.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(CreatedAt.UtcDateTime);
}
