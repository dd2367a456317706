using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Keys;

/// <summary>A row whose private half is that of another key: what it would sign, nobody could verify.</summary>
public sealed class SwappedKeyTests
{
    private const string Endorse = "form[action$='handler=Endorse']";

    [Theory, Engines("school"), Engines("teacher")]
    public async Task Nothing_is_signed_or_stored_and_it_is_said_until_the_right_half_is_back(string engine, string robbed)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var (before, entry) = (await school.EntryAsync(student), await school.EntryAsync(student, TestSchool.Project("Meja lipat")));
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/{before}"), Endorse, ("Start", "0"));
        var right = await SwapAsync(school, robbed, services => services.GetRequiredService<KeySafe>().ProtectSeed(Ed25519Key.Generate().Seed()));
        var form = await teacher.GetPageAsync($"/reviews/{entry}");
        var rows = await RowsAsync(school);

        var refused = await teacher.SubmitAsync(form, Endorse, ("Start", "0"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Belum ada yang ditandatangani", refused.Text, StringComparison.Ordinal);
        Assert.Equal(rows, await RowsAsync(school));

        await SwapAsync(school, robbed, _ => right);
        Assert.Equal(HttpStatusCode.OK, (await teacher.SubmitAsync(form, Endorse, ("Start", "0"))).Status);
        var badge = await school.FromDbAsync(db => db.Credentials.SingleAsync(c => c.EntryId == entry && c.Kind == CredentialKind.OpenBadge));
        Assert.Equal(("genuine-current", "genuine"), await app.JudgeAsync(badge.Bytes));
    }

    [Theory, Engines]
    public async Task The_key_ring_says_which_key_does_not_fit(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);

        await work.InAsync(async (db, services) =>
        {
            var issuer = await db.Issuers.SingleAsync(i => i.Kind == IssuerKind.School && i.SchoolId == work.SchoolId);
            var row = await db.IssuerKeys.SingleAsync(k => k.IssuerId == issuer.Id);
            var keys = services.GetRequiredService<KeyRing>();
            Assert.Equal(row.Multikey, keys.Opened(issuer, row).Published);
            row.Rewrap(services.GetRequiredService<KeySafe>().ProtectSeed(Ed25519Key.Generate().Seed()));

            var closed = Assert.Throws<KeysClosedException>(() => keys.Opened(issuer, row));

            Assert.Equal($"The private half kept for {issuer.Did} is not that of {row.Multikey}.", closed.Message);
            await Assert.ThrowsAsync<KeysClosedException>(() => keys.SigningKeyAsync(issuer, CancellationToken.None));
        });
    }

    private static async Task<byte[]> SwapAsync(TestSchool school, string robbed, Func<IServiceProvider, byte[]> half)
    {
        var kind = robbed == "school" ? IssuerKind.School : IssuerKind.Staff;
        byte[] before = [];
        await school.InDbAsync(async db =>
        {
            var key = await db.IssuerKeys.SingleAsync(k => db.Issuers.Any(i => i.Id == k.IssuerId && i.Kind == kind && i.SchoolId == school.School.Id));
            before = key.ProtectedSeed;
            key.Rewrap(half(school.App.Services));
            await db.SaveChangesAsync();
        });
        return before;
    }

    /// <summary>Everything that signing leaves behind.</summary>
    private static Task<string> RowsAsync(TestSchool school) => school.FromDbAsync(async db =>
    {
        var id = school.School.Id;
        return string.Join(' ', await db.Credentials.CountAsync(c => c.SchoolId == id), await db.Endorsements.CountAsync(e => e.SchoolId == id), (await db.LogEntries.Select(e => e.Bytes).ToListAsync()).Count(b => b[1] is (byte)LogKind.Credential or (byte)LogKind.Endorsement), await db.AuditEvents.CountAsync(e => e.SchoolId == id));
    });
}
