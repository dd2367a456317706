using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Schools, the newest first, each once whatever classes the holder had there.</summary>
/// <param name="kit">The paper.</param>
/// <param name="place">Where a row stands in the width of the page.</param>
/// <param name="time">From when until when, as the paper writes it.</param>
internal sealed class SchoolLines(PaperKit kit, LinePlace place, Func<CvEducation, string> time)
{
    public Column List() => new(
        kit.Dress.LineGap * 0.64f,
        [.. Schooling.Of(kit.Content).Reverse().Select(s => (Block)new KeepTogether(Line(s.Last with { From = s.From }, PaperKit.Path("education", IndexOf(s.Last)))))]);

    /// <summary>2023 – sekarang</summary>
    public static string Years(CvEducation education, string now)
    {
        var from = education.From.Year.ToString(CultureInfo.InvariantCulture);
        var until = education.Until is { } day ? day.Year.ToString(CultureInfo.InvariantCulture) : now;
        return until == from ? until : $"{from} – {until}";
    }

    private int IndexOf(CvEducation row) => kit.Content.Education.Select((e, i) => (e, i)).First(p => ReferenceEquals(p.e, row)).i;

    private Block Line(CvEducation education, string field)
    {
        var under = new List<Block>();
        var details = kit.Joined("  ·  ", (field + ".field", education.Field), (field + ".place", education.Place));
        var state = PaperKit.JoinedBy("  ·  ", kit.Words.Levels.GetValueOrDefault(education.Level), Outcome(education), education.OwnWord ? kit.Check.OwnWordShort : null);
        var isOneLine = kit.Dress.IsDense && details.Count > 0;
        if (isOneLine && state.Length > 0)
        {
            details.Add(new Span("  ·  " + state) { Color = Look.Muted });
        }

        if (details.Count > 0)
        {
            under.Add(new Text(details, kit.Dress.Body) { Field = field });
        }

        if (state.Length > 0 && !isOneLine)
        {
            under.Add(new Text(state, kit.Dress.Small));
        }

        return place.Set(kit, kit.Say(field + ".institution", education.Institution, kit.Dress.Title) with { Role = TextRole.Heading3 }, time(education), 1, under);
    }

    private string? Outcome(CvEducation education) => education.Outcome switch
    {
        "expected" => PaperKit.Format(kit.Words.Outcomes["expected"], education.ExpectedOn is { } day ? kit.Dates.Month(day) : "").Trim(),
        var outcome => kit.Words.Outcomes.GetValueOrDefault(outcome),
    };
}
