namespace SmkPortfolio.Web.Demo.Story;

/// <summary>The CVs and share links that students have made, in order.</summary>
public sealed record DemoPapers(IReadOnlyList<DemoPaper> Papers, IReadOnlyList<DemoLink> Links);

/// <summary>An issued CV. It is issued at seeding time: what is signed carries the time of its signing.</summary>
/// <param name="Student">Key of the student.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Withdrawn">Why the student took it back, or null.</param>
public sealed record DemoPaper(string Student, string Key, string Language, string? Withdrawn = null);

/// <summary>A share link of a student of full age.</summary>
/// <param name="Paper">Key of the CV it shows; null for the portfolio.</param>
/// <param name="Days">How long it was to be open.</param>
/// <param name="Visits">Visits by day, from the day it was made.</param>
/// <param name="RevokedDaysAgo">Null while it was left to run.</param>
public sealed record DemoLink(string Student, string Label, string? Paper, int MadeDaysAgo, int Days, IReadOnlyList<int> Visits, int? RevokedDaysAgo = null);
