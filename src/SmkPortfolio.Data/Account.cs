using Microsoft.AspNetCore.Identity;

namespace SmkPortfolio.Data;

/// <summary>The sign-in of a person; its id is the person's id.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>A demo or imported account that has not chosen its own password yet.</summary>
    public bool MustChangePassword { get; set; }
}
