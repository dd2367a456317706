using System.Globalization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>The schooling on a paper: this school from its register, earlier ones from the student's own statement, the newest first.</summary>
internal static class Schools
{
    private const int LastGrade = 12;

    // Diplomas of the last class are given in May, before the academic year ends.
    private const int LeavingMonths = 3;

    private static readonly (string Level, string[] Begins)[] Levels =
    [
        ("primary", ["SD", "SDN", "SDIT", "SDK", "MI", "MIN", "SEKOLAH DASAR"]),
        ("junior", ["SMP", "SMPN", "SMPIT", "SMPK", "MTS", "MTSN", "SEKOLAH MENENGAH PERTAMA"]),
        ("senior", ["SMA", "SMAN", "SMK", "SMKN", "MA", "MAN", "MAK", "SEKOLAH MENENGAH"]),
        ("higher", ["UNIVERSITAS", "POLITEKNIK", "INSTITUT", "AKADEMI", "SEKOLAH TINGGI"]),
    ];

    public static IReadOnlyList<CvEducation> Of(PaperFacts facts, PaperTongue tongue, DateOnly today)
    {
        List<CvEducation> rows = [];
        if (facts.Schooling.Count > 0)
        {
            rows.Add(Here(facts, tongue));
        }
        foreach (var item in facts.Portfolio.Past.Where(p => p.Kind == PastKind.School && (p.From ?? p.Until) is not null).OrderByDescending(p => p.From ?? p.Until))
        {
            rows.Add(Before(item, rows.Count, tongue, today));
        }
        return rows;
    }

    /// <summary>All classes at this school are one row: it is one school that the student entered and leaves.</summary>
    private static CvEducation Here(PaperFacts facts, PaperTongue tongue)
    {
        var (school, newest, wish) = (facts.School, facts.Schooling[0], facts.Portfolio.Particulars.GraduatesOn);
        var lasts = facts.Schooling.Any(s => s.To is null);
        var until = lasts ? null : facts.Schooling.Max(s => s.To);
        var study = tongue.Say("education[0].field", PaperTextKeys.Word(newest.Group.StudyName), new Bilingual(newest.Group.StudyName));
        var last = newest.Group.Grade >= LastGrade;
        return new CvEducation(tongue.Name(PaperTextKeys.Word(school.Name), school.Name), lasts ? $"{study} ({newest.Group.Name})" : study, facts.Schooling.Min(s => s.From), until, school.City)
        {
            Level = "senior",
            Outcome = lasts ? last ? "expected" : "attending" : last && until >= newest.Year.EndsOn.AddMonths(-LeavingMonths) ? "graduated" : "left",
            ExpectedOn = !lasts ? null : wish ?? (last ? newest.Year.EndsOn : null),
        };
    }

    private static CvEducation Before(PastItem item, int index, PaperTongue tongue, DateOnly today)
    {
        var field = tongue.Say(string.Create(CultureInfo.InvariantCulture, $"education[{index}].field"), PaperTextKeys.Past(item.Id, "detail"), item.Detail);
        var name = tongue.Own(PaperTextKeys.Past(item.Id, "title")) ?? item.Title.In(tongue.Language);
        return new CvEducation(name, field, (item.From ?? item.Until)!.Value, item.Until, tongue.Name(PaperTextKeys.Past(item.Id, "place"), item.Place))
        {
            Level = Level(item.Title.In("id")),
            Outcome = item.Until is { } end && end <= today ? "graduated" : "attending",
            OwnWord = true,
        };
    }

    /// <summary>Indonesian schools carry their level at the head of their name.</summary>
    internal static string Level(string name)
    {
        var upper = name.ToUpperInvariant();
        return Levels.FirstOrDefault(l => l.Begins.Any(b => upper == b || upper.StartsWith(b + " ", StringComparison.Ordinal))).Level ?? "";
    }
}
