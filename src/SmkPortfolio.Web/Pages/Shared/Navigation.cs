namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>A place in the main navigation; <paramref name="Text"/> is a key of the shared texts.</summary>
public sealed record NavigationItem(string Href, string Icon, string Text, params string[] Roles);

/// <summary>Who sees which places. On a phone they stand under the thumb, so nobody sees more than five.</summary>
public static class Navigation
{
    private const int Most = 5;
    private static readonly string[] Student = ["student"];
    private static readonly string[] Reviewers = ["teacher", "hubin", "bkk", "operator", "tefa-head"];
    private static readonly string[] Readers = [.. Reviewers, "principal", "guardian", "employer", "recruiter", "province"];

    private static readonly NavigationItem[] Items =
    [
        new("/", "home", "Home", [.. Student, .. Readers]),
        new("/entries", "work", "My work", Student),
        new("/portfolio", "user", "Portfolio", Student),
        new("/cvs", "cv", "CVs", Student),
        new("/shares", "link", "Links", Student),
        new("/reviews", "inbox", "Reviews", Reviewers),
        new("/guardian", "heart", "My child", "guardian"),
        new("/students", "users", "Students", "operator"),
        new("/batches", "print", "Print", "bkk"),
        new("/keys", "lock", "Keys", "operator", "principal"),
        new("/verify", "shield-check", "Check", Readers),
    ];

    public static IReadOnlyList<NavigationItem> For(Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return [.. Items.Where(item => item.Roles.Any(visitor.Is)).Take(Most)];
    }

    /// <summary>The place a path belongs to: the longest address it starts with.</summary>
    public static bool IsCurrent(NavigationItem item, PathString path)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Href == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(item.Href, StringComparison.OrdinalIgnoreCase);
    }
}
