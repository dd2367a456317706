using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Demo.Story;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Sharing;

namespace SmkPortfolio.Web.Demo;

/// <summary>Issues the CVs and opens the share links of the story, through the verbs that the pages use.</summary>
public sealed class PaperReplay(AppDb db, Papers papers, Signing signing, ShareTokens tokens, AllSettings settings, TimeProvider clock)
{
    public async Task PlayAsync(Cast cast, DemoPapers told, CancellationToken cancel)
    {
        Dictionary<string, Guid> issued = new(StringComparer.Ordinal);
        foreach (var paper in told.Papers.Where(p => cast.People.ContainsKey(p.Student)))
        {
            db.ChangeTracker.Clear();
            var cv = await IssueAsync(cast.School.Id, cast.People[paper.Student].Id, paper.Language, cancel);
            issued[paper.Key] = cv.Id;
            if (paper.Withdrawn is { } reason)
            {
                await WithdrawAsync(cv, reason, cancel);
            }
        }
        foreach (var link in told.Links.Where(l => cast.People.ContainsKey(l.Student)))
        {
            await LinkAsync(cast, link, link.Paper is null ? null : issued[link.Paper], cancel);
        }
    }

    /// <summary>A paper with all that the student can show: confirmed work first, newest first, then own drafts.</summary>
    public async Task<CvDocument> IssueAsync(Guid schoolId, Guid personId, string language, CancellationToken cancel, string format = "drh")
    {
        var entries = await db.Entries.Where(e => e.PersonId == personId && e.BinnedAt == null && (e.Word != Word.Self || e.State == EntryState.Draft)).ToListAsync(cancel);
        var order = new PaperOrder(language, [.. entries.OrderByDescending(e => e.Word).ThenByDescending(e => e.Detail.From).Select(e => e.Id)], true, true, format != "drh", true) { Format = format, Gender = format != "drh", Nationality = format != "drh" };
        var (cv, error, unprintable) = await papers.IssueAsync(schoolId, personId, order, new Change(personId, clock.GetUtcNow().UtcDateTime), cancel);
        return cv ?? throw new InvalidDataException($"The CV of {personId} was refused: {error!.Code} {string.Join(' ', unprintable)}");
    }

    private async Task WithdrawAsync(CvDocument cv, string reason, CancellationToken cancel)
    {
        var change = new Change(cv.PersonId, clock.GetUtcNow().UtcDateTime, reason);
        Must(cv.Withdraw(change));
        await signing.WithdrawAsync([await db.Credentials.SingleAsync(c => c.Id == cv.CredentialId, cancel)], new Bilingual(reason), cancel);
        await db.SaveAsync(cv.SchoolId, "cv-withdrawn", cv.Id, change, cancel);
    }

    private async Task LinkAsync(Cast cast, DemoLink told, Guid? paper, CancellationToken cancel)
    {
        var owner = cast.People[told.Student];
        var now = clock.GetUtcNow().UtcDateTime;
        var made = new Change(owner.Id, now.AddDays(-told.MadeDaysAgo));
        var (_, hash, kept) = tokens.Make();
        var (link, error) = ShareLink.Make(cast.School.Id, Guid.CreateVersion7(), owner.Id, hash, kept, told.Label, paper, told.Days, settings.Limits.ShareDaysMost, made.At);
        Must(error);
        db.ShareLinks.Add(link!);
        var first = cast.School.Today(made.At);
        db.ShareVisits.AddRange(told.Visits.Select((count, day) => ShareVisit.On(cast.School.Id, link!.Id, first.AddDays(day), count)).Where(v => v.Count > 0));
        await db.SaveAsync(cast.School.Id, "link-made", link!.Id, made, cancel);
        if (told.RevokedDaysAgo is { } days)
        {
            var revoked = made with { At = now.AddDays(-days) };
            Must(link.Revoke(revoked));
            await db.SaveAsync(cast.School.Id, "link-revoked", link.Id, revoked, cancel);
        }
    }

    private static void Must(Error? error)
    {
        if (error is not null)
        {
            throw new InvalidDataException($"The story of papers and links was refused: {error.Code} {error.Field}");
        }
    }
}
