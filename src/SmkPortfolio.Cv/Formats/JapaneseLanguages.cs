using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Languages in one line: インドネシア語（母語）、日本語（CEFR A2 相当）.</summary>
internal static class JapaneseLanguages
{
    public static IEnumerable<Span> Spans(CvContent content, Wording words) => content.Languages.SelectMany((language, index) => (Span[])
    [
        new Span(index == 0 ? "" : "、"),
        words.Of(language.Language, $"languages[{JapaneseDates.Number(index)}].language"),
        new Span(Level(language.Level)),
    ]);

    private static string Level(string level) => level switch
    {
        "" => "",
        "native" => "（母語）",
        [>= 'A' and <= 'C', >= '1' and <= '2', ..] => $"（CEFR {level} 相当）",
        _ => $"（{level}）",
    };
}
