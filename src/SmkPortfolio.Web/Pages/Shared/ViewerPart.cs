namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>
/// For <c>_Viewer</c>: one picture large, or two side by side, on the page that shows them small. It is that page under a question (<c>?picture=ID</c>, <c>&amp;beside=ID</c>),
/// so whoever may see the one may see the other, and the browser's back button leads where it should.
/// </summary>
/// <param name="Pictures">All of the work's pictures in their order.</param>
/// <param name="Beside">A second one.</param>
public sealed record ViewerPart(IReadOnlyList<FilePart> Pictures, FilePart Shown, FilePart? Beside)
{
    /// <summary>Counts from 1.</summary>
    public int Number => Pictures.ToList().IndexOf(Shown) + 1;

    public FilePart? Previous => Pictures.ElementAtOrDefault(Number - 2);

    public FilePart? Next => Pictures.ElementAtOrDefault(Number);

    /// <summary>Null when this work has no such picture.</summary>
    public static ViewerPart? Of(IReadOnlyList<FilePart> files, Guid picture, Guid? beside)
    {
        var pictures = files.Where(f => f.IsPicture).ToList();
        return pictures.Find(f => f.Id == picture) is { } shown ? new ViewerPart(pictures, shown, pictures.Find(f => f.Id == beside && f != shown)) : null;
    }

    public string Href(FilePart picture) => Beside is null || Beside == picture ? picture.ViewHref : $"?picture={picture.Id}&beside={Beside.Id}#picture";

    public string HrefBeside(FilePart picture) => $"?picture={Shown.Id}&beside={picture.Id}#picture";
}
