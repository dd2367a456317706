using System.Security.Cryptography;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Demo.Story;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Demo;

/// <summary>Plays what happened to an entry, step by step, through the verbs. A story that breaks a rule stops the seeding.</summary>
public sealed class EntryReplay(AppDb db, KeyRing keys, Endorsing endorsing, DemoFiles files, TimeProvider clock)
{
    private const int MostFiles = 20;

    public async Task PlayAsync(Cast cast, DemoStudent student, DemoEntry told, CancellationToken cancel)
    {
        var school = cast.School;
        var today = school.Today(clock.GetUtcNow().UtcDateTime);
        var owner = cast.People[student.Key];
        var kind = EntryNames.Kind(told.Kind) ?? throw new InvalidDataException($"{told.Key}: kind '{told.Kind}' is not known.");
        Entry? entry = null;
        for (var i = 0; i < told.Steps.Count; i++)
        {
            var step = told.Steps[i];
            var at = At(school, step.Day(today), i);
            var by = new Change(cast.Mentors.TryGetValue(step.ByKey, out var mentor) ? mentor.Id : cast.People[step.ByKey].Id, at, step.Text.Length > 0 ? step.Text : null);
            if (entry is null)
            {
                entry = Entry.Begin(school.Id, Guid.CreateVersion7(), owner.Id, Detail(told, told.Fields, kind, today), at);
                foreach (var evidence in told.Evidence)
                {
                    Must(told, step, entry.AddEvidence(Guid.CreateVersion7(), await files.StoreAsync(cast, evidence, cancel), MostFiles, by));
                }
                db.Entries.Add(entry);
                await db.SaveAsync(school.Id, "entry-begun", entry.Id, by, cancel);
                continue;
            }
            await StepAsync(cast, told, step, entry, kind, today, by, mentor, cancel);
        }
    }

    private async Task StepAsync(Cast cast, DemoEntry told, DemoStep step, Entry entry, EntryKind kind, DateOnly today, Change by, Mentor? mentor, CancellationToken cancel)
    {
        var revision = entry.SubmittedRevisionId ?? entry.EndorsedRevisionId ?? Guid.Empty;
        switch (step.Name)
        {
            case "edited":
                Must(told, step, entry.Edit(Detail(told, step.Fields!, kind, today), entry.Version, by));
                break;
            case "submitted":
                var (frozen, errors) = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), by);
                Must(told, step, errors.Count > 0 ? errors[0] : null);
                db.Revisions.Add(frozen!);
                Remember(entry, frozen!.Id, ReviewStep.Submitted, cast.People[step.ByKey].Name, by);
                break;
            case "returned":
                Must(told, step, entry.Return(revision, by));
                Remember(entry, revision, ReviewStep.Returned, cast.People[step.ByKey].Name, by);
                break;
            case "declined":
                Must(told, step, entry.Decline(revision, by));
                Remember(entry, revision, ReviewStep.Declined, cast.People[step.ByKey].Name, by);
                break;
            case "binned":
                Must(told, step, entry.MoveToBin(by));
                break;
            case "endorsed" or "checked" or "confirmed":
                var role = step.Name switch { "checked" => EndorserRole.Checker, "confirmed" => EndorserRole.Confirmer, _ => EndorserRole.Teacher };
                var staff = cast.People[step.ByKey];
                var issuer = await keys.StaffAsync(cast.School, staff.Id, cast.StaffRoles[step.ByKey], cancel);
                Must(told, step, await endorsing.EndorseAsync(cast.School, entry, revision, new Endorser(issuer, staff.Name, role), by, cancel));
                return;
            case "mentor-endorsed" or "client-endorsed":
                var client = step.Name == "client-endorsed";
                var signatory = await keys.MentorAsync(mentor!, client ? "client" : "mentor", cancel);
                var name = $"{mentor!.Name}, {cast.MentorPartners[step.ByKey]}";
                Must(told, step, await endorsing.EndorseAsync(cast.School, entry, revision, new Endorser(signatory, name, client ? EndorserRole.Client : EndorserRole.Mentor), by, cancel));
                return;
            default:
                throw new InvalidDataException($"{told.Key}: step '{step.Name}' is not known.");
        }
        await db.SaveAsync(cast.School.Id, "entry-" + step.Name, entry.Id, by, cancel);
    }

    private void Remember(Entry entry, Guid revision, ReviewStep step, string name, Change by) =>
        db.ReviewEvents.Add(ReviewEvent.Of(entry, Guid.CreateVersion7(), revision, step, name, by));

    private static EntryDetail Detail(DemoEntry told, IReadOnlyDictionary<string, string> fields, EntryKind kind, DateOnly today)
    {
        var (detail, errors) = EntrySchema.Read(kind, fields, today);
        return errors.Count == 0 ? detail : throw new InvalidDataException($"{told.Key}: {errors[0].Field} {errors[0].Code}");
    }

    private static void Must(DemoEntry told, DemoStep step, Error? error)
    {
        if (error is not null)
        {
            throw new InvalidDataException($"{told.Key}: {step.Name} was refused: {error.Code} {error.Field}");
        }
    }

    /// <summary>Mid-morning at the school, some minutes apart.</summary>
    private static DateTime At(School school, DateOnly day, int step) => TimeZoneInfo.ConvertTimeToUtc(
        day.ToDateTime(new TimeOnly(8 + (step % 6), 7 * (step + 1) % 60), DateTimeKind.Unspecified), TimeZoneInfo.FindSystemTimeZoneById(school.TimeZoneId));
}
