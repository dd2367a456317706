namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>The fonts that travel inside this library, and the choice among them for each character.</summary>
internal static class FontSet
{
    public const int Regular = 0;
    public const int Bold = 1;
    private const int Signs = 2;
    private static readonly Lazy<FontFile>[] Files = [Load("NotoSans-Regular"), Load("NotoSans-Bold"), Load("NotoSansMath-Regular")];

    public static int Count => Files.Length;

    public static FontFile Get(int face) => Files[face].Value;

    /// <summary>The face that has this character, or -1.</summary>
    public static int Choose(int codePoint, bool isBold)
    {
        var letters = isBold ? Bold : Regular;
        return Get(letters).Glyph(codePoint) != 0 ? letters : Get(Signs).Glyph(codePoint) != 0 ? Signs : -1;
    }

    private static Lazy<FontFile> Load(string name) => new(() =>
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream("fonts/" + name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is not inside the library.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new FontFile(name, bytes);
    });
}
