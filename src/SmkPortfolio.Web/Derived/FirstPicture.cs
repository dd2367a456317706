using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Pictures;

namespace SmkPortfolio.Web.Derived;

/// <summary>The picture by which a file is shown: itself, the first page of a PDF, a HEIC in a form that can be read. Null for what has none.</summary>
public sealed class FirstPicture(IBlobStore blobs, PictureTools tools)
{
    /// <exception cref="IOException">The content is not there, or a tool did not come to an end.</exception>
    public async Task<PictureFile?> OfAsync(StoredFile file, CancellationToken cancel) => file.MediaType switch
    {
        DerivedForms.Pdf when tools.PdfToPpm is { } pdf => await ConvertAsync(file, pdf, "file.pdf", "page.png", (from, to) =>
            ["-f", "1", "-l", "1", "-singlefile", "-png", "-scale-to", Text(Derivatives.Steps[^1]), from, Path.ChangeExtension(to, null)], cancel),
        DerivedForms.Heic when tools.HeifConvert is { } heif => await ConvertAsync(file, heif, "file.heic", "picture.jpg", (from, to) => [from, to], cancel),
        var type when DerivedForms.Shown.Contains(type) => await PictureFile.OfAsync(await OpenAsync(file, cancel), cancel),
        _ => null,
    };

    private async Task<PictureFile?> ConvertAsync(StoredFile file, string tool, string from, string to, Func<string, string, string[]> arguments, CancellationToken cancel)
    {
        var folder = PictureFolder.Create();
        PictureFile? picture = null;
        try
        {
            var (source, target) = (folder.PathOf(from), folder.PathOf(to));
            await using (var content = await OpenAsync(file, cancel))
            await using (var copy = File.Create(source))
            {
                await content.CopyToAsync(copy, cancel);
            }
            // What the tool cannot read has no picture: locked, or damaged in a way that only it minds.
            if (await PictureTools.IsDoneAsync(tool, arguments(source, target), folder.Folder.FullName, PictureTools.Patience, cancel) && Produced(folder.Folder, to) is { Length: > 0 and <= PictureTools.MostBytes } made)
            {
                picture = PictureFile.At(made.FullName, folder.Dispose);
            }
            return picture;
        }
        finally
        {
            if (picture is null)
            {
                folder.Dispose();
            }
        }
    }

    // Of a HEIC with several pictures some tools number what they write, and some write its depths beside it.
    private static FileInfo? Produced(DirectoryInfo folder, string to) =>
        folder.EnumerateFiles(Path.GetFileNameWithoutExtension(to) + "*" + Path.GetExtension(to)).OrderBy(f => f.Name != to).ThenBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault();

    private async Task<Stream> OpenAsync(StoredFile file, CancellationToken cancel) =>
        await blobs.OpenReadAsync(file.SchoolId, file.Sha256, cancel) ?? throw new FileNotFoundException("The content is not in the store.");

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
