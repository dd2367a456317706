using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Demo.Story;
using SmkPortfolio.Web.Uploads;

namespace SmkPortfolio.Web.Demo;

/// <summary>Stores the demo's pictures and papers the way uploads are stored.</summary>
public sealed class DemoFiles(EvidenceReceiver receiver)
{
    public async Task<EvidenceFile> StoreAsync(Cast cast, DemoEvidence told, CancellationToken cancel)
    {
        if (told.Picture is null)
        {
            var sheet = told.Sheet!;
            using var pdf = new MemoryStream(DemoSheets.Write(cast.School.Name, sheet));
            return await StoreAsync(cast.School.Id, sheet.FileName, pdf, cancel) with { Caption = told.Caption };
        }
        if (!cast.Files.TryGetValue(told.Picture, out var file))
        {
            file = await PictureAsync(cast.School.Id, told.Picture, cancel);
            cast.Files[told.Picture] = file;
        }
        return file with { Caption = told.Caption };
    }

    public async Task<EvidenceFile> PictureAsync(Guid schoolId, string name, CancellationToken cancel)
    {
        await using var picture = typeof(DemoFiles).Assembly.GetManifestResourceStream("demo/" + name) ?? throw new InvalidDataException($"The demo picture '{name}' is not there.");
        return await StoreAsync(schoolId, name, picture, cancel);
    }

    private async Task<EvidenceFile> StoreAsync(Guid schoolId, string name, Stream content, CancellationToken cancel)
    {
        var received = await receiver.EvidenceAsync(schoolId, EntryKind.Project, name, content, cancel);
        return received.File ?? throw new InvalidDataException($"The demo file '{name}' was refused: {received.Refusal}");
    }
}
