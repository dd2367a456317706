using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Account;

/// <summary>
/// Signing in by e-mail or by NISN and NPSN. Wrong data answer 400 with one sentence that says nothing about which part was wrong; too many
/// wrong tries lock the account for a while and answer 429.
/// </summary>
[EnableRateLimiting(Services.SignInLimit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class Login(AppDb db, SignInManager<Data.Account> signIn, KeptForms kept, AllSettings settings, IStringLocalizer<Login> texts) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(254)]
    [Display(Name = "E-mail or NISN")]
    public string? Name { get; set; }

    [BindProperty]
    [Required]
    [StringLength(128)]
    [DataType(DataType.Password)]
    [Display(Name = "Password")]
    public string? Password { get; set; }

    [BindProperty]
    [Display(Name = "NPSN of your school", Description = "Only with a NISN: the eight digits of your school.")]
    public string? Npsn { get; set; }

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>Set when a form was kept while the session ended.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public string? Kept { get; set; }

    public bool ShowsDemo => settings.SeedsDemo;

    /// <summary>Where the form goes: here, with what has to survive signing in.</summary>
    public string Action
    {
        get
        {
            List<string> query = [];
            if (IsLocal(ReturnUrl))
            {
                query.Add("returnUrl=" + Uri.EscapeDataString(ReturnUrl!));
            }
            if (Guid.TryParse(Kept, out var id))
            {
                query.Add("kept=" + id.ToString("N", System.Globalization.CultureInfo.InvariantCulture));
            }
            return "/account/login" + (query.Count == 0 ? "" : "?" + string.Join('&', query));
        }
    }

    private string Destination => IsLocal(ReturnUrl) ? ReturnUrl! : "/";

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Judge(Name ?? "");
        if (!ModelState.IsValid || Name is null || Password is null)
        {
            return Again(StatusCodes.Status400BadRequest);
        }
        if (await new SignInNames(db, signIn.UserManager).FindAsync(Name, Npsn, cancel) is not { } account)
        {
            // As much work as for an account that exists, so that the time tells nothing.
            signIn.UserManager.PasswordHasher.HashPassword(new Data.Account(), Password);
            return Wrong();
        }
        var result = await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            ModelState.AddModelError("", texts["Too many wrong tries. Wait ten minutes, then try again."]);
            return Again(StatusCodes.Status429TooManyRequests);
        }
        if (!result.Succeeded)
        {
            return Wrong();
        }
        if (Guid.TryParse(Kept, out var waiting))
        {
            await kept.DropForeignAsync(waiting, account.Id, cancel);
        }
        return Redirect(Destination);
    }

    private void Judge(string name)
    {
        if (name.Length > 0 && !name.Contains('@', StringComparison.Ordinal) && !NationalNumbers.IsNisn(name))
        {
            ModelState.AddModelError(nameof(Name), name.All(char.IsAsciiDigit) ? texts["A NISN has ten digits."] : texts["Write an e-mail address, or a NISN of ten digits."]);
        }
        if (string.IsNullOrEmpty(Npsn))
        {
            if (NationalNumbers.IsNisn(name))
            {
                ModelState.AddModelError(nameof(Npsn), texts["With a NISN, write the NPSN of your school too: eight digits."]);
            }
        }
        else if (!NationalNumbers.IsNpsn(Npsn))
        {
            ModelState.AddModelError(nameof(Npsn), texts["An NPSN has eight digits."]);
        }
    }

    private PageResult Wrong()
    {
        ModelState.AddModelError("", texts["That does not fit together. Check what you typed and try again."]);
        return Again(StatusCodes.Status400BadRequest);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private bool IsLocal(string? address) => !string.IsNullOrEmpty(address) && Url.IsLocalUrl(address);
}
