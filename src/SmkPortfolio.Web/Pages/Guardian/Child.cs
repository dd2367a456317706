using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Pages.Guardian;

/// <summary>A child as its guardian sees it. From 18 on the child decides alone, and nothing but the name is shown.</summary>
public sealed record Child(
    Guardianship Guardianship, Person Person, School School, bool IsMinor, IReadOnlyList<ShareLink> OpenLinks, IReadOnlyList<CvDocument> Papers, IReadOnlyList<Consent> Consents, IReadOnlyList<ErasableFile> Files)
{
    public bool Stands(ConsentPurpose purpose) => Consents.Any(c => c.Purpose == purpose && c.Stands);

    /// <summary>A guardian may have children at several schools: the unit of work must see all of them, and reads only those of this guardian.</summary>
    public static async Task<IReadOnlyList<Child>> OfAsync(AppDb db, ErasableFiles files, Guid guardianId, DateTime now, CancellationToken cancel)
    {
        List<Child> children = [];
        foreach (var guardianship in await db.Guardianships.Where(g => g.GuardianId == guardianId).OrderBy(g => g.Id).ToListAsync(cancel))
        {
            var person = await db.People.SingleAsync(p => p.Id == guardianship.StudentId, cancel);
            var school = await db.Schools.SingleAsync(s => s.Id == guardianship.SchoolId, cancel);
            var isMinor = person.IsMinorOn(school.Today(now));
            children.Add(new Child(
                guardianship,
                person,
                school,
                isMinor,
                isMinor ? [.. (await db.ShareLinks.Where(l => l.SchoolId == school.Id && l.PersonId == person.Id && l.RevokedAt == null).ToListAsync(cancel)).Where(l => l.IsOpen(now)).OrderBy(l => l.ExpiresAt)] : [],
                isMinor ? await db.CvDocuments.Where(c => c.SchoolId == school.Id && c.PersonId == person.Id).OrderByDescending(c => c.IssuedAt).ToListAsync(cancel) : [],
                isMinor ? await db.Consents.Where(c => c.SchoolId == school.Id && c.StudentId == person.Id).OrderByDescending(c => c.GivenAt).ToListAsync(cancel) : [],
                isMinor ? await files.OfStudentAsync(school.Id, person.Id, cancel) : []));
        }
        return children;
    }
}
