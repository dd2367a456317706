namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Tells how an entry went between its student and those who reviewed it.</summary>
/// <param name="voice">What is said at a step, from a pool of usual words; the last argument stands for pools that all crafts share.</param>
/// <param name="mends">The template tells itself what an edit changed.</param>
internal sealed class ReviewTeller(
    string kind, CommonText common, Func<string, string, IReadOnlyList<string>?, string> voice, IReadOnlyList<string> reviewers, string student, string? mentor, DateOnly start, int use, bool mends)
{
    private readonly List<DemoStep> steps = [];
    private DateOnly day = start;

    /// <summary>The first content and the steps for a path.</summary>
    /// <param name="mended">The content after an edit, where the template says so itself; else a gap is filled.</param>
    public (IReadOnlyDictionary<string, string> First, IReadOnlyList<DemoStep> Steps) Tell(
        string path, Dictionary<string, string> fields, Dictionary<string, string> mended)
    {
        var gap = common.Gaps[kind];
        var lacking = mends ? fields : Without(fields, gap.Field);
        switch (path)
        {
            case "draft":
                Recent("begun", 6);
                return (Without(fields, gap.Field), steps);
            case "submitted":
                Recent("begun", 9);
                Recent("submitted", 1 + (use % 5));
                return (fields, steps);
            case "returned":
                Recent("begun", 15);
                Recent("submitted", 12);
                Recent("returned", 8 - (use % 4), reviewers[0], voice("returned", "returned-" + kind, gap.Reasons));
                return (lacking, steps);
            case "binned":
                Dated("begun", student);
                Recent("binned", 5);
                return (Without(fields, gap.Field), steps);
            case "mended":
                Dated("begun", student);
                Dated("submitted", student);
                Dated("returned", reviewers[0], voice("returned", "returned-" + kind, gap.Reasons));
                Dated("edited", student, "", mends ? mended : fields);
                Submitted();
                return (lacking, steps);
            default:
                Dated("begun", student);
                Submitted(path);
                return (fields, steps);
        }

        void Submitted(string then = "endorsed")
        {
            Dated("submitted", student);
            if (then == "declined")
            {
                Dated("declined", reviewers[use % reviewers.Count], voice("declined", "declined-" + kind, common.Declines[kind]));
                return;
            }
            if (kind == "certification")
            {
                Dated("checked", reviewers[0], voice("checked", "checked", common.Checks["checked"]));
                if (then != "checked")
                {
                    Dated("confirmed", reviewers[1], voice("confirmed", "confirmed", common.Checks["confirmed"]));
                }
            }
            else
            {
                Dated("endorsed", reviewers[use % reviewers.Count], voice("endorsed", kind, null));
            }
            if (then == "company" && mentor is not null)
            {
                var role = kind == "internship" ? "mentor" : "client";
                Dated(role + "-endorsed", mentor, voice(role + "-endorsed", role, null));
            }
            if (then == "changed")
            {
                Recent("edited", 3, student, "", Later(fields));
            }
        }
    }

    private Dictionary<string, string> Later(Dictionary<string, string> fields)
    {
        var field = kind == "certification" ? "level" : common.Gaps[kind].Field;
        var more = common.Later[kind][use % common.Later[kind].Count];
        var changed = new Dictionary<string, string>(fields);
        changed[field] = $"{fields.GetValueOrDefault(field)} {more.Id}".Trim();
        if (fields.TryGetValue(field + ".en", out var english) && more.En is not null)
        {
            changed[field + ".en"] = $"{english} {more.En}";
        }
        return changed;
    }

    private static Dictionary<string, string> Without(Dictionary<string, string> fields, string field) =>
        fields.Where(f => f.Key != field && f.Key != field + ".en").ToDictionary();

    private void Dated(string name, string by, string said = "", IReadOnlyDictionary<string, string>? after = null)
    {
        steps.Add(new DemoStep(name, by, day, null, said, after));
        day = day.AddDays(day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? 3 : 2);
    }

    private void Recent(string name, int daysAgo, string? by = null, string said = "", IReadOnlyDictionary<string, string>? after = null) =>
        steps.Add(new DemoStep(name, by ?? student, null, daysAgo, said, after));
}
