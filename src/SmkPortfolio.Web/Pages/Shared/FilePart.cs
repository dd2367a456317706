using System.Globalization;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>Which half of a before/after pair a picture is.</summary>
public enum PairSide
{
    None,
    Before,
    After,
}

/// <summary>For <c>_Gallery</c>, <c>_Files</c> and <c>_Viewer</c>: one file as a reader may see it. <see cref="FileParts"/> makes them.</summary>
/// <param name="Query">What the address needs for this reader, such as <c>s=TOKEN</c>; empty for whoever is signed in.</param>
/// <param name="Alternative">What is to be seen, or the caption, or the picture's number: never empty for a picture.</param>
/// <param name="Gone">The sentence that stands in place of a file that was erased or that nobody gets.</param>
/// <param name="HasPreview">A picture of its first page, or of the same photo, is there.</param>
/// <param name="Note">What whoever sees it must know; null for most.</param>
public sealed record FilePart(
    Guid Id, string Name, string MediaType, long Size, string Query, string? Caption, string Alternative, int? Width, int? Height, PairSide Side, string? Gone, bool HasPreview, string? Note)
{
    /// <summary>Longer sides, in pixels, in which a picture can be asked for.</summary>
    private static readonly int[] Sides = [320, 960, 1920];

    public bool IsPicture => Gone is null && (MediaType is "image/jpeg" or "image/png" or "image/webp" || IsConverted);

    /// <summary>What is shown is another form of it; the file itself is there to be downloaded.</summary>
    public bool IsConverted => Gone is null && HasPreview && MediaType == "image/heic";

    public bool IsClip => Gone is null && MediaType.StartsWith("video/", StringComparison.Ordinal);

    public bool IsSound => Gone is null && MediaType.StartsWith("audio/", StringComparison.Ordinal);

    public string Text => Caption ?? Name;

    public string Href => $"/evidence/{Id}" + (Query.Length > 0 ? "?" + Query : "");

    /// <summary>The picture made smaller; the whole one while that is not made yet.</summary>
    public string At(int side) => $"/evidence/{Id}?size={side}" + (Query.Length > 0 ? "&" + Query : "");

    /// <summary>Where this picture stands alone and large: on the same page, under a question of its own.</summary>
    public string ViewHref => $"?picture={Id}#picture";

    /// <summary>The sizes with the width that each really has.</summary>
    public string SourceSet => string.Join(", ", Sides
        .Select(side => (Side: side, Width: Width is { } width && Height is { } height ? Math.Max(1, (int)Math.Round(width * Math.Min(1.0, (double)side / Math.Max(width, height)))) : side))
        .DistinctBy(size => size.Width)
        .Select(size => string.Create(CultureInfo.InvariantCulture, $"{At(size.Side)} {size.Width}w")));
}
