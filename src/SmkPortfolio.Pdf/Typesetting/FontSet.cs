namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>The fonts that travel inside this library, and the choice among them for each character.</summary>
internal static class FontSet
{
    public const int Regular = 0;
    public const int Bold = 1;
    private const int Signs = 2;
    private const int Japanese = 3;
    private const int JapaneseBold = 4;
    private const int Korean = 5;
    private const int Mincho = 6;
    private static readonly string[] Names = ["NotoSans-Regular", "NotoSans-Bold", "NotoSansMath-Regular", "NotoSansJP-Regular", "NotoSansJP-Bold", "NotoSansKR-Regular", "NotoSerifJP-Regular"];
    private static readonly Lazy<FontFile>[] Files = [.. Names.Select(name => new Lazy<FontFile>(() => Load(name)))];

    // For each need the faces in the order in which they are asked; every list ends with all that is left.
    private static readonly int[] Letters = [Regular, Signs, Japanese, Korean, Mincho];
    private static readonly int[] BoldLetters = [Bold, Signs, JapaneseBold, Japanese, Korean, Mincho];
    private static readonly int[] MinchoLetters = [Mincho, Regular, Signs, Japanese, Korean];
    private static readonly int[] Kanji = [Japanese, Mincho, Korean, Regular, Signs];
    private static readonly int[] BoldKanji = [JapaneseBold, Japanese, Mincho, Korean, Bold, Signs];
    private static readonly int[] MinchoKanji = [Mincho, Japanese, Korean, Regular, Signs];
    private static readonly int[] Syllables = [Korean, Japanese, Mincho, Regular, Signs];

    public static int Count => Files.Length;

    public static FontFile Get(int face) => Files[face].Value;

    /// <summary>The face that has this character, or -1.</summary>
    /// <param name="codePoint">The character.</param>
    /// <param name="script">Its own script, or that of its neighbours.</param>
    public static int Choose(int codePoint, Script script, Typeface typeface, bool isBold)
    {
        foreach (var face in OrderFor(script, typeface, isBold))
        {
            if (Get(face).Glyph(codePoint) != 0)
            {
                return face;
            }
        }

        return -1;
    }

    /// <summary>Bold is wanted, and there is no bold file: a line around the letters makes them heavier.</summary>
    public static bool IsMadeHeavy(int face, bool isBold) => isBold && face >= Japanese && face != JapaneseBold;

    /// <summary>Reads every font; the first that is not there is named.</summary>
    public static void EnsureComplete()
    {
        foreach (var file in Files)
        {
            _ = file.Value;
        }
    }

    internal static unsafe FontFile Load(string name)
    {
        var stream = typeof(FontSet).Assembly.GetManifestResourceStream("fonts/" + name + ".ttf") as UnmanagedMemoryStream
            ?? throw new FontMissingException(name);
        // Resources stay where the program was loaded, so the font is read in place and never copied.
        return new FontFile(name, stream.PositionPointer, (int)stream.Length);
    }

    private static int[] OrderFor(Script script, Typeface typeface, bool isBold) => (script, typeface, isBold) switch
    {
        (Script.Korean, _, _) => Syllables,
        (Script.Japanese, Typeface.Mincho, _) => MinchoKanji,
        (Script.Japanese, _, false) => Kanji,
        (Script.Japanese, _, true) => BoldKanji,
        (_, Typeface.Mincho, _) => MinchoLetters,
        (_, _, false) => Letters,
        _ => BoldLetters,
    };
}
