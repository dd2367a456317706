using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Pictures of one line: the cover large, the others in a grid, each as its shape asks for.</summary>
/// <param name="width">Of the page's text.</param>
/// <param name="scale">Smaller than 1 where the booklet would grow too long.</param>
internal sealed class BookletPictures(PaperKit kit, float width, float scale)
{
    private const int InARow = 3;
    private const float Gap = 10;

    /// <summary>Points on paper for a point of a picture: larger looks coarse.</summary>
    private const float Enlargement = 0.75f;

    /// <summary>What may be cut off at the edges of a picture that fills its frame.</summary>
    private const double MostCut = 0.18;

    /// <summary>A picture taller than wide leaves room for words beside it.</summary>
    public static bool IsTall(CvPicture picture) => PictureSize.Of(picture.Bytes!) is var (w, h) && h > w * 1.1;

    /// <summary>The cover, whole.</summary>
    /// <param name="picture">It has bytes.</param>
    /// <param name="field">Where it stands in the content.</param>
    /// <param name="others">How many pictures have to stand below it on the same page.</param>
    public Block Cover(CvPicture picture, string field, int others)
    {
        var (imageWidth, imageHeight) = CoverSize(picture, others);
        return Captioned(Ground(new Image(picture.Bytes!, imageWidth, imageHeight, picture.Alternative) { Fit = ImageFit.Contain }, picture), picture, field);
    }

    public (float Width, float Height) CoverSize(CvPicture picture, int others)
    {
        var highest = (others <= InARow ? 372 : 290) * scale;
        var (w, h) = PictureSize.Of(picture.Bytes!);
        var widest = Math.Min(IsTall(picture) ? width * 0.45f : width, Math.Max(150, w * Enlargement));
        var factor = Math.Min(widest / w, highest / h);
        return (w * factor, h * factor);
    }

    /// <summary>The pictures after the cover.</summary>
    public IEnumerable<Block> Others(IReadOnlyList<(CvPicture Picture, string Field)> pictures)
    {
        var cellWidth = (width - Gap * (InARow - 1)) / InARow;
        var cellHeight = cellWidth * 0.72f * Math.Max(scale, 0.7f);
        foreach (var row in pictures.Chunk(InARow))
        {
            yield return new KeepTogether(new Row(
                Gap,
                [
                    .. row.Select(p => RowCell.Fixed(cellWidth, Captioned(Cell(p.Picture, cellWidth, cellHeight), p.Picture, p.Field))),
                    .. row.Length == InARow ? Array.Empty<RowCell>() : [RowCell.Share(new Space(0))],
                ]));
        }
    }

    /// <summary>A picture that nearly fits its frame fills it; another one is whole on a quiet ground, and a small one is not blown up.</summary>
    private static Block Cell(CvPicture picture, float width, float height)
    {
        var (w, h) = PictureSize.Of(picture.Bytes!);
        var (across, down) = (width / w, height / h);
        var isCut = 1 - Math.Min(across, down) / Math.Max(across, down) > MostCut;
        var image = new Image(picture.Bytes!, width, height, picture.Alternative) { Fit = isCut ? ImageFit.Contain : ImageFit.Cover };
        return isCut ? new Frame(image) { Fill = Look.Pale } : Ground(image, picture);
    }

    /// <summary>What is see-through stands on a quiet ground.</summary>
    private static Block Ground(Image image, CvPicture picture) => picture.Bytes is [0x89, ..] ? new Frame(image) { Fill = Look.Pale } : image;

    private Column Captioned(Block image, CvPicture picture, string field) =>
        picture.Caption.Length == 0 ? new Column(0, image) : new Column(3, image, kit.Say(field + ".caption", picture.Caption, Look.Small) with { Role = TextRole.Caption });
}
