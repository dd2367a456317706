using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Exports;

/// <summary>What was signed about the student, to take along: each thing in its forms, and everything in one file that outlives this site.</summary>
public sealed class Index(AppDb db, Actor actor, PersonBundle bundle, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SignedThing> Things { get; private set; } = [];

    /// <summary>Bytes of papers, and of photos and documents.</summary>
    public (long Papers, long Files) Size { get; private set; }

    /// <summary>Issuers who sign nothing new, so that no JWT can be had of what they gave.</summary>
    public IReadOnlySet<Guid> Ended { get; private set; } = new HashSet<Guid>();

    private DateTime? published;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Things = await SignedThing.OfAsync(db, actor.PersonId, cancel);
        Size = await bundle.SizeAsync(actor.PersonId, cancel);
        var issuers = Things.Select(t => t.Credential.IssuerId).Distinct().ToList();
        Ended = (await db.Issuers.Where(i => issuers.Contains(i.Id) && i.To != null).Select(i => i.Id).ToListAsync(cancel)).ToHashSet();
        published = await db.LogCheckpoints.MaxAsync(c => (DateTime?)c.At, cancel);
    }

    public bool HasJwt(SignedThing thing) => thing.Credential.State == CredentialState.Active && !Ended.Contains(thing.Credential.IssuerId);

    public bool HasProof(SignedThing thing) => thing.Credential.IssuedAt <= published;

    /// <summary>Everything as one ZIP, made while it is sent.</summary>
    /// <param name="files">Photos and documents too.</param>
    public async Task<IActionResult> OnGetBundleAsync(bool files, CancellationToken cancel)
    {
        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"portofolio-{clock.GetUtcNow():yyyy-MM-dd}.zip\"";
        await bundle.WriteAsync(actor.PersonId, files, Response.BodyWriter.AsStream(), cancel);
        return new EmptyResult();
    }
}
