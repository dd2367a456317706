using System.Text.RegularExpressions;

namespace SmkPortfolio.Cv.Formats;

/// <summary>A school that was attended without a break, whatever classes it had.</summary>
/// <param name="Rows">The content's rows of that school, the newest first.</param>
internal sealed partial record Schooling(IReadOnlyList<CvEducation> Rows)
{
    private const int MonthsBefore = 12;

    /// <summary>The row that names the school: its last one.</summary>
    public CvEducation Last => Rows[0];

    /// <summary>Program or konsentrasi without the class: who entered a school did not enter its last class.</summary>
    public string Field => ClassName().Replace(Last.Field, "");

    public DateOnly From => Rows.Min(r => r.From);

    public DateOnly? Until => Last.Until;

    public bool HasLeft => Last.Outcome == "left";

    public bool HasGraduated => Last.Outcome == "graduated" || Last.Outcome.Length == 0 && Until is not null;

    /// <summary>In the last class, or going to graduate within a year.</summary>
    public bool IsAboutToGraduate(DateOnly today) =>
        Last.Outcome == "expected" || !HasGraduated && !HasLeft && Last.ExpectedOn is { } day && day <= today.AddMonths(MonthsBefore);

    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<Schooling> Of(CvContent content)
    {
        var schools = new List<List<CvEducation>>();
        foreach (var row in content.Education.OrderBy(e => e.From))
        {
            if (schools.Count > 0 && schools[^1][0].Institution == row.Institution)
            {
                schools[^1].Insert(0, row);
            }
            else
            {
                schools.Add([row]);
            }
        }

        return [.. schools.Select(rows => new Schooling(rows))];
    }

    [GeneratedRegex(@"\s*[,、（(]\s*(X|XI|XII|XIII)\b[^）)]*[）)]?$")]
    private static partial Regex ClassName();
}
