using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Typesetting;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Pdf;

public class ScriptTests
{
    private const string Self = "私は「機械加工」を学びました。ラーメンを食べて、きゃっきゃと笑う。「え？」「はい！」・・・１２３円。コンピューター・システム、々々ゝゞ。工場（こうじょう）で働く、という『夢』。チャンスをつかみ、ＪＬＰＴ「Ｎ２」を取得。PLC制御とRobot操作、ISO 9606-1溶接……以上。";
    private static readonly TextStyle Body = new(10, 15, Color.Black);

    [Theory]
    [InlineData("髙橋﨑山𠮷野家")]
    [InlineData("葛󠄀城市")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ")]
    [InlineData("①②㈱℃№〒※○●→")]
    [InlineData("山⼭ · ・ 神神")]
    [InlineData("か\u3099ぱか\u309A")]
    [InlineData("뷁뙠힣 각나다 ㄱㅏ")]
    [InlineData("홍길동 Hong Gil-dong 洪吉童")]
    [InlineData("e\u0301le\u0300ve Đặng Thị Hương")]
    [InlineData("日本語とBahasa Indonesia、한국어도。")]
    public void Rare_characters_are_set_and_come_back_as_they_were_written(string text)
    {
        foreach (var style in new[] { Body, Body with { Bold = true }, Body with { Typeface = Typeface.Mincho }, Body with { Typeface = Typeface.Mincho, Bold = true } })
        {
            Assert.Equal(CleanText.Of(text), Read(Document(new Text(text, style)))[0]);
        }
    }

    [Theory]
    [InlineData("Siti 日本", Typeface.Sans, false, "NotoSans-Regular NotoSansJP-Regular")]
    [InlineData("Siti 日本", Typeface.Sans, true, "NotoSans-Bold NotoSansJP-Bold")]
    [InlineData("Siti 日本", Typeface.Mincho, false, "NotoSerifJP-Regular")]
    [InlineData("홍길동", Typeface.Mincho, false, "NotoSansKR-Regular")]
    [InlineData("Rp 10 → 20", Typeface.Sans, false, "NotoSans-Regular NotoSansMath-Regular")]
    [InlineData("右→左", Typeface.Sans, false, "NotoSansJP-Regular")]
    [InlineData("𠮷", Typeface.Sans, true, "NotoSansJP-Regular")]
    [InlineData("한국어, 「학교」", Typeface.Sans, false, "NotoSans-Regular NotoSansKR-Regular")]
    public void Each_script_has_its_font(string text, Typeface typeface, bool isBold, string fonts)
    {
        using var folder = new WorkFolder();
        var list = Tool.Run("pdffonts", folder.Write("a.pdf", PdfWriter.Write(Document(new Text(text, Body with { Typeface = typeface, Bold = isBold })), null))).Output;

        Assert.Equal(fonts, string.Join(' ', list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line[7..line.IndexOf(' ', StringComparison.Ordinal)]).Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(" no ", list[list.IndexOf("---", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_of_a_kanji_is_another_glyph()
    {
        var font = FontSet.Get(FontSet.Choose('葛', Script.Japanese, Typeface.Sans, isBold: false));

        Assert.NotEqual(font.Glyph('葛'), font.Variant('葛', 0xE0100));
        Assert.Equal(font.Glyph('葛'), font.Variant('葛', 0xE01EF));
        Assert.Equal(font.Glyph('山'), font.Variant('山', 0xE0100));
    }

    [Fact]
    public void No_line_begins_or_ends_with_what_may_not_stand_there()
    {
        for (var width = 84; width <= 240; width += 6)
        {
            var lines = Lines(Self, width);
            Assert.Equal(CleanText.Of(Self).Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
            Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], "、。」』）！？ー・ゃっょァュ々ゝゞ"));
            Assert.All(lines.SkipLast(1), line => Assert.DoesNotContain(line.TrimEnd()[^1], "「『（"));
            // A pair of leaders stays together.
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.False(pair.First[^1] == '…' && pair.Second[0] == '…'));
        }
    }

    [Fact]
    public void Korean_breaks_at_blanks_and_within_a_word_only_when_the_word_is_wider_than_the_line()
    {
        Assert.Equal(["저는 기계를 ", "배우고 있습니다"], Lines("저는 기계를 배우고 있습니다", 75));
        Assert.Equal(["가나다라", "마바사아"], Lines("가나다라마바사아", 38));
    }

    [Fact]
    public void A_justified_paragraph_ends_at_both_edges_but_for_its_last_line()
    {
        var text = new Text(string.Concat(Enumerable.Repeat("機械加工を学び、図面を読み、安全に作業することを大切にしています。PLCも学びました。", 4)), Body) { Align = TextAlign.Justify };
        using var read = PigDocument.Open(PdfWriter.Write(Document(new Row(0, RowCell.Fixed(203, text))), null));

        var lines = read.GetPage(1).Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).OrderByDescending(g => g.Key).Select(g => g.Max(l => l.EndBaseLine.X) - g.Min(l => l.StartBaseLine.X)).ToList();

        Assert.True(lines.Count > 8);
        Assert.All(lines.SkipLast(1), width => Assert.Equal(203, width, 0.2));
        Assert.True(lines[^1] < 200);
    }

    [Fact]
    public void Lines_are_equally_far_apart_whatever_they_mix()
    {
        using var read = PigDocument.Open(PdfWriter.Write(Document(new Text("Latin\n日本語\n한국어\nLatin 日本語 한국어\n→", Body)), null));

        Assert.Equal([15.0], read.GetPage(1).Letters.Select(l => l.StartBaseLine.Y).Distinct().Order().ToList() is var lines ? lines.Zip(lines.Skip(1), (a, b) => Math.Round(b - a, 2)).Distinct() : []);
    }

    [Theory]
    [InlineData("id", "Nama 山田太郎 dan 홍길동", "ja ko")]
    [InlineData("ja", "山田 홍길동", "ko")]
    [InlineData("ko", "홍길동 洪吉童", "")]
    [InlineData("ko", "홍길동 ひらがな", "ja")]
    public void Runs_of_another_script_say_their_language(string language, string text, string expected)
    {
        var document = Document(new Text(text, Body)) with { Language = language };

        Assert.Equal(expected, string.Join(' ', SpanLanguages(document)));
    }

    [Fact]
    public void A_span_that_says_its_language_is_not_said_again() =>
        Assert.Equal(["zh"], SpanLanguages(Document(new Text([new Span("Nama "), new Span("王小明") { Language = "zh" }], Body))));

    [Fact]
    public void Scripts_that_no_font_has_are_named_with_their_field()
    {
        foreach (var (text, codePoint) in new[] { ("سلام", "U+0633"), ("ไทย", "U+0E44"), ("שלום", "U+05E9"), ("🙂", "U+1F642"), ("👨‍👩‍👧", "U+1F468") })
        {
            var problem = Assert.Throws<MissingGlyphException>(() => PdfWriter.Write(Document(new Text("日本 " + text, Body) { Field = "person.name" }), null));
            Assert.Contains(problem.Missing, m => m.CodePoint == codePoint && m.Field == "person.name");
            Assert.Contains(FontCoverage.Missing(text, "x"), m => m.CodePoint == codePoint);
        }

        Assert.Empty(FontCoverage.Missing("髙﨑𠮷葛󠄀①㈱℃ ｶﾞ 뷁 Đặng ≒", "x"));
    }

    [Fact]
    public void All_characters_of_the_windows_code_page_and_all_syllables_can_be_set()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var windows = System.Text.Encoding.GetEncoding(932, System.Text.EncoderFallback.ExceptionFallback, new System.Text.DecoderReplacementFallback(""));
        var firsts = Enumerable.Range(0x81, 0x1F).Concat(Enumerable.Range(0xE0, 0x1D));
        var text = string.Concat(firsts.SelectMany(first => Enumerable.Range(0x40, 0xBD).Select(second => windows.GetString([(byte)first, (byte)second]))).Where(s => s.Length == 1 && s[0] is < '\uE000' or >= '\uF900'));

        Assert.True(text.Length > 7000);
        Assert.Empty(FontCoverage.Missing(text, "x"));
        Assert.Empty(FontCoverage.Missing(string.Concat(Enumerable.Range(0xAC00, 11172).Select(c => (char)c)), "x"));
    }

    [Fact]
    public void A_font_that_is_not_there_is_named()
    {
        Fonts.EnsureComplete();

        Assert.Contains("NotoSansKlingon-Regular.ttf", Assert.Throws<FontMissingException>(() => FontSet.Load("NotoSansKlingon-Regular")).Message, StringComparison.Ordinal);
    }

    private static PdfDocument Document(Block content) => Samples.Document() with { Footer = null, Content = content };

    private static List<string> Read(PdfDocument document)
    {
        using var read = PigDocument.Open(PdfWriter.Write(document, null));
        return [.. read.GetPages().Select(p => string.Concat(p.Letters.Select(l => l.Value)))];
    }

    private static List<string> Lines(string text, float width)
    {
        var shaped = Paragraph.Shape([new Span(text)], Body, "ja", rune => Assert.Fail(rune.ToString()));
        return [.. LineBreaker.Break(shaped, width / Body.Size).Select(line => shaped.Text[line.Start..line.End])];
    }

    private static IEnumerable<string> SpanLanguages(PdfDocument document)
    {
        using var folder = new WorkFolder();
        var objects = Tool.Run("qpdf", "--qdf", "--object-streams=disable", folder.Write("a.pdf", PdfWriter.Write(document, null)), "-").Output;
        return objects.Split("endobj").Where(o => o.Contains("/S /Span", StringComparison.Ordinal)).Select(o => o.Split("/Lang (")[1]).Select(o => o[..o.IndexOf(')', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);
    }
}
