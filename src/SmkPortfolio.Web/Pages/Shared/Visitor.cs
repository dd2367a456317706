using System.Security.Claims;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>Who is signed in, as the frame of the pages shows it, read from the claims <c>name</c>, <c>school_name</c> and <c>role</c>.</summary>
public sealed record Visitor(string Name, string? School, IReadOnlyList<string> Roles)
{
    public const string NameClaim = "name";
    public const string SchoolNameClaim = "school_name";
    public const string RoleClaim = "role";

    /// <summary>Null for somebody who is not signed in.</summary>
    public static Visitor? From(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is not { IsAuthenticated: true } identity)
            return null;
        return new(
            user.FindFirstValue(NameClaim) ?? identity.Name ?? "",
            user.FindFirstValue(SchoolNameClaim),
            [.. user.Claims.Where(claim => claim.Type is RoleClaim or ClaimTypes.Role).Select(claim => claim.Value).Distinct()]);
    }

    public bool Is(string role) => Roles.Contains(role);
}
