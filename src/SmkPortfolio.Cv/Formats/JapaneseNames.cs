namespace SmkPortfolio.Cv.Formats;

/// <summary>A name as Japanese forms want it: large in the paper's letters where there are such, with the passport's spelling beneath.</summary>
internal sealed record JapaneseNames(string Large, string LargeField, string? Passport, string? Reading)
{
    private const char FirstKatakana = 'ァ';
    private const char LastKatakana = 'ヶ';
    private const int ToHiragana = 'ァ' - 'ぁ';

    public static JapaneseNames Of(CvPerson person)
    {
        var latin = person.PassportName ?? person.Name;
        return string.IsNullOrWhiteSpace(person.LocalName)
            ? new JapaneseNames(latin, person.PassportName is null ? "person.name" : "person.passportName", null, person.NameReading)
            : new JapaneseNames(person.LocalName, "person.localName", latin, person.NameReading ?? ReadingOf(person.LocalName));
    }

    /// <summary>A name in katakana reads itself; anything else must be told.</summary>
    private static string? ReadingOf(string name) =>
        name.All(c => c is >= FirstKatakana and <= LastKatakana or 'ー' or '・' or '　' or ' ')
            ? string.Concat(name.Select(c => c is >= FirstKatakana and <= LastKatakana ? (char)(c - ToHiragana) : c))
            : null;
}
