using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Keeping;

/// <summary>A school with files in its store, for tests of what is kept and what goes.</summary>
internal sealed class KeptSchool
{
    private KeptSchool(WebApp app, TestSchool school, TestPerson student)
    {
        App = app;
        School = school;
        Student = student;
    }

    public WebApp App { get; }
    public TestSchool School { get; }
    public TestPerson Student { get; }
    public Guid Id => School.School.Id;
    public DateTime Now => School.Now;
    public Change By => new(Student.Id, Now);

    public static async Task<KeptSchool> OpenAsync(WebApp app)
    {
        var school = await TestSchool.OpenAsync(app);
        return new KeptSchool(app, school, await school.StudentAsync());
    }

    public static byte[] Bytes(int seed, int length = 3000)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public async Task InAsync(Func<AppDb, IServiceProvider, Task> act)
    {
        await using var scope = App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        await act(db, scope.ServiceProvider);
    }

    /// <summary>Puts contents into the store only.</summary>
    public Task PutAsync(params byte[][] contents) => InAsync(async (_, services) =>
    {
        foreach (var content in contents)
        {
            await services.GetRequiredService<IBlobStore>().PutAsync(Id, new MemoryStream(content), content.Length, CancellationToken.None);
        }
    });

    /// <summary>An entry with files, as the program stores them: written down, stored, shown.</summary>
    public async Task<Guid> EntryAsync(params byte[][] contents)
    {
        var entry = await School.EntryAsync(Student, handedIn: false);
        await InAsync(async (db, services) =>
        {
            var stored = (await db.Entries.FindAsync(Id, entry))!;
            foreach (var content in contents)
            {
                var blob = await services.GetRequiredService<IBlobStore>().PutAsync(Id, new MemoryStream(content), content.Length, CancellationToken.None);
                var file = new EvidenceFile("foto.jpg", "image/jpeg", blob.Size, blob.Sha256Hex, 4, 3);
                await db.TouchFileAsync(Id, file, Now, CancellationToken.None);
                Assert.Null(stored.AddEvidence(Guid.CreateVersion7(), file, 20, By));
            }
            await db.SaveChangesAsync();
        });
        return entry;
    }

    /// <summary>Puts those of these contents that the store still has on an entry, while somebody who cannot wait looks on.</summary>
    public void Show(byte[][] contents) => Task.Run(async () =>
    {
        List<byte[]> there = [];
        foreach (var content in contents)
        {
            if (await ExistsAsync(content))
            {
                there.Add(content);
            }
        }
        await EntryAsync([.. there]);
    }).GetAwaiter().GetResult();

    /// <summary>A smaller picture of a stored one.</summary>
    public async Task DerivativeAsync(byte[] source, byte[] made, string form = "320.webp")
    {
        await PutAsync(made);
        await InAsync(async (db, _) =>
        {
            db.Derivatives.Add(Derivative.Of(Id, Hash(source), form, Hash(made), made.Length, 320, 240));
            await db.SaveChangesAsync();
        });
    }

    public async Task<bool> ExistsAsync(byte[] content)
    {
        var exists = false;
        await InAsync(async (_, services) => exists = await services.GetRequiredService<IBlobStore>().ExistsAsync(Id, Hash(content), CancellationToken.None));
        return exists;
    }
}
