using System.Security.Cryptography;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>Handing in: freezes the revision and begins its history. Used from the entry's page and from the form.</summary>
public static class Submission
{
    /// <summary>Adds the revision and its event to the unit of work; the caller saves when there are no errors.</summary>
    public static IReadOnlyList<Error> Submit(AppDb db, School school, Entry entry, string studentName, Change change)
    {
        // Nobody could endorse it any more.
        if (school.IssuesNoMore is { } closed)
        {
            return [closed];
        }
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), change);
        if (revision is not null)
        {
            db.Revisions.Add(revision);
            db.ReviewEvents.Add(ReviewEvent.Of(entry, Guid.CreateVersion7(), revision.Id, ReviewStep.Submitted, studentName, change));
        }
        return errors;
    }
}
