using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>The role in which the register lists whoever endorses; the office counts before the classroom for its own kind.</summary>
public static class StaffRoles
{
    public static string For(EntryKind kind, Actor actor)
    {
        string[] roles = kind switch
        {
            EntryKind.Internship => [RoleNames.Hubin, RoleNames.Teacher],
            EntryKind.TeachingFactory => [RoleNames.TefaHead, RoleNames.Teacher],
            EntryKind.Certification => [RoleNames.Bkk, RoleNames.Operator, RoleNames.Teacher],
            EntryKind.Project => [RoleNames.Teacher],
            _ => throw new InvalidOperationException("An unknown kind of entry."),
        };
        return roles.First(actor.Is);
    }
}
