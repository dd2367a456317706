using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Shapes;

/// <summary>A part of an outline under its heading.</summary>
internal sealed record OutlinePart(string Key, string Title)
{
    public const string Personal = "personal";
    public const string Profile = "profile";
    public const string Education = "education";
    public const string Courses = "courses";
    public const string Experience = "experience";
    public const string Projects = "projects";
    public const string TeachingFactory = "teachingFactory";
    public const string Certificates = "certificates";
    public const string Skills = "skills";
    public const string Languages = "languages";
    public const string Activities = "activities";
    public const string Awards = "awards";
    public const string Licences = "licences";
    public const string Own = "own";

    /// <summary>On whose word all of it stands, where that is not said of each line.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<(string Label, Span Value)> Rows { get; init; } = [];

    public IReadOnlyList<Span> Texts { get; init; } = [];

    public IReadOnlyList<OutlineItem> Items { get; init; } = [];

    public bool IsEmpty => Rows.Count + Texts.Count + Items.Count == 0;
}

/// <summary>A line of a part.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Time">When.</param>
/// <param name="Standing">On whose word it stands, by whom and when; empty where the part says it.</param>
internal sealed record OutlineItem(Span Title, string Time, string Standing)
{
    /// <summary>Company, place and the like.</summary>
    public IReadOnlyList<Span> Where { get; init; } = [];

    /// <summary>What was done, in paragraphs.</summary>
    public IReadOnlyList<Span> Done { get; init; } = [];

    /// <summary>Result and facts, each a line.</summary>
    public IReadOnlyList<Span> Facts { get; init; } = [];
}
