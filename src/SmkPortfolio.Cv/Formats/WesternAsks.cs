namespace SmkPortfolio.Cv.Formats;

/// <summary>What readers of the western papers expect to find.</summary>
internal static class WesternAsks
{
    /// <summary>Nothing is needed: what the holder keeps back is the holder's choice.</summary>
    public static IEnumerable<CvMissing> Drh(CvContent content) =>
    [
        .. Asked.Of(
            (CvMissingCodes.Photo, false, content.Person.PhotoSha256 is null && content.Person.Photo is null),
            (CvMissingCodes.BirthDate, false, content.Person.BirthDate is null),
            (CvMissingCodes.Address, false, IsEmpty(content.Person.Address))),
        .. Reachable(content), .. Filled(content),
    ];

    public static IEnumerable<CvMissing> International(CvContent content) =>
    [
        .. Asked.Of((CvMissingCodes.Summary, false, IsEmpty(content.Person.Summary)), (CvMissingCodes.City, false, IsEmpty(content.Person.City))),
        .. Reachable(content), .. Filled(content), .. Spoken(content),
    ];

    public static IEnumerable<CvMissing> Europass(CvContent content) =>
    [
        .. Asked.Of(
            (CvMissingCodes.BirthDate, false, content.Person.BirthDate is null),
            (CvMissingCodes.Nationality, false, IsEmpty(content.Person.NationalityName) && IsEmpty(content.Person.Nationality)),
            (CvMissingCodes.Summary, false, IsEmpty(content.Person.Summary)),
            (CvMissingCodes.LanguageGrid, false, content.Languages.Any(l => l.Level != PaperKit.NativeLevel && l.Grid.Count == 0))),
        .. Reachable(content), .. Filled(content), .. Spoken(content),
    ];

    /// <summary>German readers and embassies ask about every month that is not accounted for.</summary>
    public static IEnumerable<CvMissing> Lebenslauf(CvContent content) =>
    [
        .. Asked.Of(
            (CvMissingCodes.Photo, false, content.Person.PhotoSha256 is null && content.Person.Photo is null),
            (CvMissingCodes.BirthDate, true, content.Person.BirthDate is null),
            (CvMissingCodes.Nationality, false, IsEmpty(content.Person.NationalityName) && IsEmpty(content.Person.Nationality)),
            (CvMissingCodes.Address, true, IsEmpty(content.Person.Address)),
            (CvMissingCodes.Statement(CvStatements.Motivation), false, Asked.HasNo(content, CvStatements.Motivation))),
        .. Reachable(content), .. Filled(content), .. Spoken(content),
        .. Gaps.Of(content).Select(gap => new CvMissing(CvMissingCodes.Gap(gap.From, gap.Until), IsNeeded: false)),
    ];

    public static IEnumerable<CvMissing> Booklet(CvContent content) => Asked.Of(
        (CvMissingCodes.Entries, true, content.Entries.Count == 0),
        (CvMissingCodes.Pictures, false, content.Entries.Count > 0 && content.Entries.All(e => e.Pictures.Count == 0)));

    public static IEnumerable<CvMissing> Certificate(CvContent content)
    {
        var index = content.Entries.Select((e, i) => (e, i)).Where(p => p.e.Kind == CvKinds.Internship).Select(p => p.i).DefaultIfEmpty(-1).First();
        if (index < 0)
        {
            return [new CvMissing(CvMissingCodes.Internship, IsNeeded: true)];
        }

        var entry = content.Entries[index];
        return Asked.Of(
            (CvMissingCodes.Entry(index, "confirmedBy"), true, entry.Word == CvWords.Self),
            (CvMissingCodes.Entry(index, "from"), true, entry.From is null || entry.Until is null),
            (CvMissingCodes.Entry(index, "organisation"), true, entry.Organisation.Length == 0),
            (CvMissingCodes.Entry(index, "score"), false, !entry.Values.ContainsKey("score")),
            (CvMissingCodes.Principal, false, IsEmpty(content.School.Principal)));
    }

    public static IEnumerable<CvMissing> Transcript(CvContent content) => Asked.Of((CvMissingCodes.Competencies, true, content.Entries.All(e => e.Competencies.Count == 0)));

    private static IEnumerable<CvMissing> Reachable(CvContent content) => Asked.Of(
        (CvMissingCodes.Phone, false, IsEmpty(content.Person.Phone)),
        (CvMissingCodes.Email, false, IsEmpty(content.Person.Email)));

    private static IEnumerable<CvMissing> Filled(CvContent content) => Asked.Of(
        (CvMissingCodes.Education, false, content.Education.Count == 0),
        (CvMissingCodes.Entries, false, content.Entries.Count == 0));

    private static IEnumerable<CvMissing> Spoken(CvContent content) => Asked.Of((CvMissingCodes.Languages, false, content.Languages.Count == 0));

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
