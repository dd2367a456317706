namespace SmkPortfolio.Cv.Formats;

/// <summary>Times that no station of a life accounts for.</summary>
internal static class Gaps
{
    private const int MonthsAllowed = 2;

    /// <summary>More than two months between school, internship, work and course, from the first station to the day of printing.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly Until)> Of(CvContent content)
    {
        var today = content.Verification.IssuedOn;
        var gaps = new List<(DateOnly, DateOnly)>();
        DateOnly? covered = null;
        foreach (var (from, until) in Stations(content, today).OrderBy(s => s.From))
        {
            if (covered is { } before && before.AddMonths(MonthsAllowed) < from)
            {
                gaps.Add((before, from));
            }

            covered = covered is { } far && far > until ? far : until;
        }

        if (covered is { } last && last.AddMonths(MonthsAllowed) < today)
        {
            gaps.Add((last, today));
        }

        return gaps;
    }

    private static IEnumerable<(DateOnly From, DateOnly Until)> Stations(CvContent content, DateOnly today)
    {
        foreach (var school in content.Education)
        {
            yield return (school.From, school.Until ?? today);
        }

        foreach (var entry in content.Entries.Where(e => e.Kind == CvKinds.Internship && e.From is not null))
        {
            yield return (entry.From!.Value, entry.Until ?? today);
        }

        foreach (var item in content.Past.Where(p => p.Kind is "job" or "trainee" or "course" && (p.From ?? p.Until) is not null))
        {
            var from = (item.From ?? item.Until)!.Value;
            yield return (from, item.Until ?? (item.Kind == "course" ? from : today));
        }
    }
}
