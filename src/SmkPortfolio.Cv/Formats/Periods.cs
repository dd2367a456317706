namespace SmkPortfolio.Cv.Formats;

/// <summary>How a paper writes from when until when.</summary>
/// <param name="Day">A day, as exactly as the paper gives days.</param>
/// <param name="Since">What lasts: <c>14 Jul 2025 – sekarang</c>, <c>seit 07/2025</c>.</param>
/// <param name="ValidUntil">Before the last day of a certificate.</param>
internal sealed record Periods(Func<DateOnly, string> Day, Func<string, string> Since, string ValidUntil)
{
    /// <summary>Stands between the two ends; a line break where the axis is too narrow for both.</summary>
    public string Between { get; init; } = " –\n";

    /// <summary>Stands between the day a certificate was given and the words about its last day.</summary>
    public string Apart { get; init; } = "\n";

    /// <summary>Something that lasts when it has no end.</summary>
    public string Lasting(DateOnly? from, DateOnly? until) => from is { } begun && until is null ? Since(Day(begun)) : Plain(from, until);

    /// <summary>A time, or a single day when only one is known.</summary>
    public string Plain(DateOnly? from, DateOnly? until)
    {
        var begun = from is { } first ? Day(first) : "";
        var ended = until is { } last ? Day(last) : "";
        return begun.Length == 0 || begun == ended ? ended : ended.Length == 0 ? begun : begun + Between + ended;
    }

    /// <summary>When a certificate was given, and its last day.</summary>
    public string Validity(DateOnly? issued, DateOnly? until)
    {
        var given = issued is { } day ? Day(day) : "";
        var last = until is { } end ? $"{ValidUntil}{(Between.EndsWith('\n') ? '\n' : ' ')}{Day(end)}" : "";
        return given.Length == 0 || last.Length == 0 ? given + last : given + Apart + last;
    }

    public string Of(CvEntry entry) => entry.Kind switch
    {
        CvKinds.Certification => Validity(entry.From, entry.Until),
        CvKinds.Internship => Lasting(entry.From, entry.Until),
        _ => Plain(entry.From, entry.Until),
    };

    /// <summary>A job or a stay goes on when it has no end; a course or a prize has a day.</summary>
    public string Of(CvPastItem item) => item.Kind is "job" or "activity" or "trainee" ? Lasting(item.From, item.Until) : item.Kind == "licence" ? Validity(item.From, item.Until) : Plain(item.From, item.Until);
}
