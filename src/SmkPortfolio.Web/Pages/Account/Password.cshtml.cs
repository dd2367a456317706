using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Account;

/// <summary>Changing one's own password. Other sessions of the account end by it.</summary>
[EnableRateLimiting(Services.SignInLimit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class Password(AppDb db, Actor actor, UserManager<Data.Account> users, SignInManager<Data.Account> signIn, IStringLocalizer<Password> texts) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(128)]
    [DataType(DataType.Password)]
    [Display(Name = "Present password")]
    public string Old { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(128, MinimumLength = 10)]
    [DataType(DataType.Password)]
    [Display(Name = "New password", Description = "At least ten characters. A sentence is easy to remember and hard to guess.")]
    public string New { get; set; } = "";

    [BindProperty]
    [Required]
    [Compare(nameof(New))]
    [DataType(DataType.Password)]
    [Display(Name = "New password again")]
    public string Repeat { get; set; } = "";

    /// <summary>Where the person wanted to go before the password stood in between.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>The present password was chosen by somebody else.</summary>
    public bool IsFirst => User.HasClaim(c => c.Type == ActorClaims.MustChangePassword);

    public string Action => "/account/password" + (Wanted is { } wanted ? "?returnUrl=" + Uri.EscapeDataString(wanted) : "");

    private string? Wanted => !string.IsNullOrEmpty(ReturnUrl) && Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }
        if (ModelState.IsValid && New == Old)
        {
            ModelState.AddModelError(nameof(New), texts["Choose another password than the present one."]);
        }
        if (ModelState.IsValid)
        {
            account.MustChangePassword = false;
            var result = await users.ChangePasswordAsync(account, Old, New);
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(
                    error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Old) : nameof(New),
                    error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? texts["This is not your present password."] : texts["This password cannot be taken. Choose another one."]);
            }
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        if (actor.SchoolIdOrNone is { } school)
        {
            await db.SaveAsync(school, "password-changed", actor.PersonId, actor.Change(), cancel);
        }
        await signIn.RefreshSignInAsync(account);
        TempData.Say(texts["Your password is changed."]);
        return Redirect(Wanted ?? "/");
    }
}
