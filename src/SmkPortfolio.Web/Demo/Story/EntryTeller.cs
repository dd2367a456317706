namespace SmkPortfolio.Web.Demo.Story;

/// <summary>Tells the entries of one class: which work each student did, and how it went with the reviewers.</summary>
internal sealed class EntryTeller(SchoolText school, ClassText group, int year, CommonText common, CraftText craft, Dictionary<string, int> kinds)
{
    /// <summary>How entries of a kind go, in turn; every state of every kind comes up.</summary>
    private static readonly Dictionary<string, string[]> Turns = new()
    {
        ["project"] = ["endorsed", "submitted", "mended", "endorsed", "draft", "returned", "endorsed", "changed", "submitted", "declined", "endorsed", "binned"],
        ["certification"] = ["confirmed", "submitted", "confirmed", "checked", "returned", "confirmed", "draft", "mended", "changed", "declined", "binned"],
        ["internship"] = ["company", "endorsed", "submitted", "company", "returned", "mended", "draft", "company", "changed", "declined", "binned"],
        ["teaching-factory"] = ["company", "submitted", "endorsed", "draft", "company", "returned", "mended", "declined", "changed", "binned"],
    };

    private static readonly string[] BesideProjects = ["certification", "internship", "teaching-factory"];

    private readonly Dictionary<EntryText, int> uses = [];

    /// <summary>How often each of the craft's usual statements was asked for, so that no two students of a class hear the same in turn.</summary>
    private readonly Dictionary<string, int> said = [];

    /// <summary>The hero's entries, each on its own path.</summary>
    public IReadOnlyList<DemoEntry> Hero(string student, CraftText hero) =>
        [.. hero.Entries.Select((text, i) => One(student, $"{student}-{i + 1}", text, text.Path ?? "endorsed", hero))];

    /// <summary>Three to eight entries from what this grade has behind it.</summary>
    public IReadOnlyList<DemoEntry> Tell(string student, int position)
    {
        var open = craft.Entries.Where(e => YearOf(e.Grade) < year).ToList();
        var projects = Some(open, "project", position, 2 + (position % 3));
        var rest = BesideProjects
            .SelectMany((kind, k) => Some(open, kind, position, kind == "certification" && position % 4 == 3 ? 2 : (position + k) % 5 == 4 ? 0 : 1));
        return [.. projects.Concat(rest).Select((text, i) => One(student, $"{student}-{i + 1}", text, Turn(text.Kind), craft))];
    }

    private static IEnumerable<EntryText> Some(List<EntryText> open, string kind, int position, int count)
    {
        var pool = open.Where(e => e.Kind == kind).ToList();
        return Enumerable.Range(0, Math.Min(count, pool.Count)).Select(i => pool[(position + (i * Math.Max(1, pool.Count / 3))) % pool.Count]).Distinct();
    }

    private string Turn(string kind)
    {
        var turn = kinds.GetValueOrDefault(kind);
        kinds[kind] = turn + 1;
        return Turns[kind][turn % Turns[kind].Length];
    }

    private int YearOf(int grade) => year - group.YearsBack - (group.Grade - grade);

    private DemoEntry One(string student, string key, EntryText text, string path, CraftText voice)
    {
        var use = uses[text] = uses.GetValueOrDefault(text, -1) + 1;
        var own = text.Variants?[use % text.Variants.Count];
        var partner = own?.Partner is { } named ? school.Partners.Single(p => p.Key == named) : Partner(text.Kind, use);
        var writer = new EntryWriter(text, own, use, DemoStory.DayIn(YearOf(text.Grade), text.On), Known(text, partner), StableNumber(key));
        var fields = writer.Fields();
        var review = new ReviewTeller(text.Kind, common, Voice, Reviewers(), student, partner?.Mentors[0].Key, writer.End.AddDays(3), use, text.Mend is not null);
        var (first, steps) = review.Tell(path, fields, writer.Mend());
        var (state, word) = Outcome(path, text.Kind);
        return new DemoEntry(key, text.Kind, state, path == "changed", path == "binned", word, first, partner?.Key, writer.Evidence(), steps);

        // What the variant or the template itself has said about this work, else the craft's usual words in turn.
        string Voice(string step, string pool, IReadOnlyList<string>? fallback)
        {
            var words = own?.Says?.GetValueOrDefault(step) ?? text.Says?.GetValueOrDefault(step) ?? "{also}";
            return writer.Said(words.Contains("{also}", StringComparison.Ordinal) ? words.Replace("{also}", Usual(pool, fallback ?? voice.Statements[pool]), StringComparison.Ordinal) : words);
        }
    }

    private string Usual(string pool, IReadOnlyList<string> words)
    {
        var turn = said[pool] = said.GetValueOrDefault(pool, -1) + 1;
        return words[turn % words.Count];
    }

    private List<string> Reviewers() => [.. school.Staff.Where(s => s.Role == "teacher" && s.Programs.Contains(craft.Program)).Select(s => s.Key)];

    private PartnerText? Partner(string kind, int use)
    {
        var wanted = kind switch { "internship" => "company", "teaching-factory" => "client", _ => null };
        var open = school.Partners.Where(p => p.Kind == wanted && p.Sets.Contains(group.Set)).ToList();
        return open.Count == 0 ? null : open[use % open.Count];
    }

    private Dictionary<string, string> Known(EntryText text, PartnerText? partner) => new()
    {
        ["company"] = partner?.Name ?? "",
        ["client"] = partner?.Name ?? "",
        ["address"] = partner is null ? "" : $"{partner.Address}, {partner.City}",
        ["country"] = partner?.Country ?? "ID",
        ["mentor"] = partner?.Mentors[0].Name ?? "",
        ["school"] = school.Name,
        ["npsn"] = school.Npsn,
        ["program"] = group.Field,
        ["hours"] = text.Fields.GetValueOrDefault("hours", ""),
    };

    private static int StableNumber(string key) => key.Aggregate(17, (sum, c) => ((sum * 31) + c) & 0xFFFFF);

    private static (string State, string Word) Outcome(string path, string kind) => path switch
    {
        "draft" or "binned" => ("draft", "self"),
        "submitted" or "returned" or "declined" => (path, "self"),
        "company" => ("endorsed", "company"),
        "checked" => ("endorsed", "teacher"),
        "confirmed" => ("endorsed", "certificate"),
        "endorsed" or "mended" or "changed" => ("endorsed", kind == "certification" ? "certificate" : "teacher"),
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "No such path."),
    };
}
