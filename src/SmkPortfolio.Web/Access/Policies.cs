using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SmkPortfolio.Web.Access;

/// <summary>The policies that doors name. Everything else needs sign-in; what is public says so in its slice's Access.cs.</summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Student = "student";
    public const string Guardian = "guardian";

    /// <summary>Staff who may see and decide on entries in their reach.</summary>
    public const string Reviewer = "reviewer";

    public const string Staff = "staff";

    /// <summary>Keeps the school's students in order.</summary>
    public const string Operator = "operator";

    /// <summary>Prints papers for the school's students.</summary>
    public const string Printing = "printing";

    /// <summary>Looks after the school's signing keys.</summary>
    public const string KeyKeeper = "key-keeper";

    public static void Define(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        options.AddPolicy(Student, p => p.RequireClaim(ActorClaims.Role, RoleNames.Student).RequireClaim(ActorClaims.School));
        options.AddPolicy(Guardian, p => p.RequireClaim(ActorClaims.Role, RoleNames.Guardian).RequireClaim(ActorClaims.School));
        options.AddPolicy(Reviewer, p => p.RequireClaim(ActorClaims.Role, RoleNames.Teacher, RoleNames.Hubin, RoleNames.TefaHead, RoleNames.Bkk, RoleNames.Operator).RequireClaim(ActorClaims.School));
        options.AddPolicy(Staff, p => p.RequireClaim(ActorClaims.Role, RoleNames.Teacher, RoleNames.Hubin, RoleNames.TefaHead, RoleNames.Bkk, RoleNames.Operator, RoleNames.Principal).RequireClaim(ActorClaims.School));
        options.AddPolicy(Operator, p => p.RequireClaim(ActorClaims.Role, RoleNames.Operator).RequireClaim(ActorClaims.School));
        options.AddPolicy(Printing, p => p.RequireClaim(ActorClaims.Role, RoleNames.Bkk, RoleNames.Operator).RequireClaim(ActorClaims.School));
        options.AddPolicy(KeyKeeper, p => p.RequireClaim(ActorClaims.Role, RoleNames.Operator, RoleNames.Principal).RequireClaim(ActorClaims.School));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}

/// <summary>A slice's own lock, found by scan.</summary>
public interface ISliceAccess
{
    void Configure(PageConventionCollection pages);
}
