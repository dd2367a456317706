using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.Web.Accounts;

/// <summary>
/// A form posted after the session ended keeps its text (no files, no passwords) encrypted for 30 minutes. After sign-in as the same
/// person it comes back filled, with the names of the files to choose again; for anybody else it is dropped.
/// </summary>
public sealed class KeptForms(AppDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Hidden field in every form: who the form was made for, encrypted.</summary>
    public const string OwnerField = "_who";

    /// <summary>In the query of the page to which a kept form comes back.</summary>
    public const string QueryName = "kept";

    private const int MostCharacters = 400_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly IDataProtector forms = protection.CreateProtector("SmkPortfolio.KeptForm");
    private readonly IDataProtector owners = protection.CreateProtector("SmkPortfolio.FormOwner");

    public sealed record Kept(Guid Id, string ReturnUrl);

    /// <summary>What somebody had typed, and the names of the files that were chosen with it.</summary>
    public sealed record Restored(IReadOnlyDictionary<string, string[]> Fields, IReadOnlyList<string> Files);

    private sealed record Content(string Path, string Owner, Dictionary<string, string[]> Fields, string[] Files);

    /// <summary>The value for <see cref="OwnerField"/>.</summary>
    public string OwnerToken(Guid personId) => owners.Protect(personId.ToString("N", CultureInfo.InvariantCulture));

    public async Task<Kept?> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return null;
        }
        var form = await request.ReadFormAsync(context.RequestAborted);
        if (Owner(form[OwnerField].ToString()) is not { } owner)
        {
            return null;
        }
        var fields = form.Where(f => f.Key != OwnerField && !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal);
        if (fields.Values.SelectMany(v => v).Sum(v => v.Length) > MostCharacters)
        {
            return null;
        }
        var files = form.Files.Select(f => SafeFileName.Clean(f.FileName)).ToArray();
        var path = request.Path + request.QueryString;
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = new KeptForm
        {
            Id = Guid.CreateVersion7(),
            Protected = forms.Protect(JsonSerializer.SerializeToUtf8Bytes(new Content(request.Path, owner, fields, files))),
            ExpiresAt = now + Life,
        };
        await db.KeptForms.Where(f => f.ExpiresAt < now).ExecuteDeleteAsync(context.RequestAborted);
        db.KeptForms.Add(kept);
        await db.SaveChangesAsync(context.RequestAborted);
        return new Kept(kept.Id, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + QueryName + "=" + kept.Id.ToString("N", CultureInfo.InvariantCulture));
    }

    /// <summary>Gives back, once, what was kept for this person and this address.</summary>
    public async Task<Restored?> TakeAsync(Guid id, ClaimsPrincipal user, PathString path, CancellationToken cancel)
    {
        var kept = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        await db.KeptForms.Where(f => f.Id == id).ExecuteDeleteAsync(cancel);
        return Read(kept) is { } content && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) && IsOf(content, person) && content.Path == path
            ? new Restored(content.Fields, content.Files)
            : null;
    }

    /// <summary>After signing in: what somebody else had typed is dropped at once.</summary>
    public async Task DropForeignAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        var kept = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (Read(kept) is not { } content || !IsOf(content, personId))
        {
            await db.KeptForms.Where(f => f.Id == id).ExecuteDeleteAsync(cancel);
        }
    }

    private static bool IsOf(Content content, Guid personId) => content.Owner == personId.ToString("N", CultureInfo.InvariantCulture);

    private Content? Read(KeptForm? kept) =>
        kept is null || kept.ExpiresAt < clock.GetUtcNow().UtcDateTime ? null : JsonSerializer.Deserialize<Content>(forms.Unprotect(kept.Protected));

    private string? Owner(string token)
    {
        try
        {
            return token.Length == 0 ? null : owners.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
