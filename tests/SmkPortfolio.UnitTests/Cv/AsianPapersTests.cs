using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;
using SmkPortfolio.UnitTests.Pdf.Conformance;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>What is true of every Japanese and Korean paper.</summary>
public class AsianPapersTests
{
    public static TheoryData<string> Names => ["rirekisho", "shokumu-keirekisho", "ssw-1-1", "iryeokseo"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_content_gives_the_same_bytes(string name) =>
        Assert.Equal(PdfWriter.Write(Render(name, Sample(name)), null), PdfWriter.Write(Render(name, Sample(name)), null));

    [Theory]
    [MemberData(nameof(Names))]
    public void Qpdf_accepts_it_and_it_is_tagged_in_its_language(string name)
    {
        using var paper = Read(name, Sample(name));

        var check = Tool.Run("qpdf", "--check", paper.File);
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Matches("Tagged: +yes", Tool.Run("pdfinfo", paper.File).Output);
        Assert.Contains($"/Lang ({Options(name).Language})", Tool.Run("qpdf", "--qdf", "--object-streams=disable", paper.File, "-").Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_keeps_the_rules_of_archives_and_of_readers_software(string name)
    {
        var sealedPaper = PdfWriter.Write(Render(name, name == "iryeokseo" ? CvSamples.KoreanWelder(TestPicture.Jpeg) : CvSamples.Welder(TestPicture.Jpeg)), Seals.Throwaway());

        Assert.Empty(Conformance.Check(sealedPaper));
        Assert.All(
            new[] { CvSamples.JapaneseNobody, CvSamples.JapaneseEdge, CvSamples.JapaneseWorker, CvSamples.JapaneseMany(60) },
            content => Assert.Empty(Conformance.Check(PdfWriter.Write(Render(name, content), null))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_employers_may_not_ask_for_stands_on_it(string name)
    {
        using var paper = Read(name, Sample(name));

        string[] banned =
        [
            "通勤時間", "扶養", "配偶者", "本籍", "出生地", "宗教", "家族構成", "身長", "体重", "婚姻", "資産",
            "신장", "체중", "혈액형", "출신지", "본적", "결혼", "가족", "재산", "종교", "병역", "주민등록번호",
            "クロンプロゴ", "쿨론프로고",
        ];
        Assert.All(banned, word => Assert.DoesNotContain(word, paper.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Own_word_carries_no_numbers(string name)
    {
        using var paper = Read(name, Sample(name));

        Assert.DoesNotContain("RAHASIA", paper.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rirekisho")]
    [InlineData("ssw-1-1")]
    [InlineData("iryeokseo")]
    public void In_a_form_without_marks_own_word_names_no_firm(string name)
    {
        using var paper = Read(name, Sample(name));

        Assert.DoesNotMatch("秘密|비밀", paper.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_line_stands_beside_its_word_and_the_code_can_be_scanned(string name)
    {
        using var paper = Read(name, Sample(name));
        var check = Options(name).Language == "ja"
            ? new[] { "企業が確認", "教員が確認", "学校が証明書を確認", "本人の申告", "全6項目のうち4項目が確認済み", "本人による翻訳", "credential.json" }
            : ["기업확인", "교사확인", "학교에서자격증확인", "본인진술", "전체6개항목중4개항목확인됨", "본인이번역", "credential.json"];

        Assert.All(check, word => Assert.Contains(word, paper.Text, StringComparison.Ordinal));
        Assert.Contains("QR-Code:https://folio.example/verify/7K2QX-9M4TBC", paper.CodesOf(paper.Pages.Count), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Three_hundred_lines_all_stand_on_it(string name)
    {
        var content = name == "iryeokseo" ? CvSamples.KoreanMany(300) : CvSamples.JapaneseMany(300);
        using var paper = Read(name, content);
        var text = string.Concat(paper.Pages);

        Assert.All(content.Entries, e => Assert.Contains(PaperReader.Squeezed(e.Title), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Extreme_texts_stay_within_the_paper(string name)
    {
        using var paper = Read(name, CvSamples.JapaneseEdge);

        Assert.All(paper.Words(), word =>
        {
            Assert.InRange(word.Left, 50, 595.28);
            Assert.InRange(word.Right, 0, 595.28 - 50);
            Assert.InRange(word.Bottom, 0, 841.89 - 10);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_person_of_whom_nothing_but_the_name_is_known_gets_a_whole_paper(string name)
    {
        using var paper = Read(name, CvSamples.JapaneseNobody);

        Assert.Contains("Suparni", paper.Pages[0], StringComparison.Ordinal);
        Assert.Contains("7K2QX-9M4TBC", paper.Pages[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_in_another_language_says_so(string name)
    {
        var content = Sample(name) with { ForeignTexts = new Dictionary<string, string> { ["entries[0].title"] = "jv" } };
        using var paper = Read(name, content);

        Assert.Contains("/Lang (jv)", Tool.Run("qpdf", "--qdf", "--object-streams=disable", paper.File, "-").Output, StringComparison.Ordinal);
        Assert.Contains(new CvMissing("entries[0].title", IsNeeded: false, "jv"), CvFormats.Missing(CvFormats.Find(name)!, content));
    }

    [Theory]
    [InlineData("rirekisho", "18歳未満")]
    [InlineData("shokumu-keirekisho", "18歳未満")]
    [InlineData("iryeokseo", "18세미만")]
    public void A_minor_is_named_as_such_on_every_page(string name, string words)
    {
        var content = Sample(name);
        using var paper = Read(name, content with { Person = content.Person with { Under18 = true } });

        Assert.All(paper.Pages, page => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unknown_languages_kinds_and_words_are_refused(string name)
    {
        var content = Sample(name);

        Assert.Throws<ArgumentException>(() => CvFormats.Find(name)!.Render(content, CvSamples.English));
        Assert.Throws<ArgumentException>(() => Render(name, content with { Entries = [content.Entries[0] with { Word = "friend" }] }));
        Assert.Throws<ArgumentException>(() => Render(name, content with { Entries = [content.Entries[0] with { Kind = "hobby" }] }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_birthplace_is_not_even_frozen_with_it(string name) =>
        Assert.Null(CvFormats.Trim(CvFormats.Find(name)!, Sample(name)).Person.BirthPlace);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_character_that_cannot_be_set_is_named_with_its_field(string name)
    {
        var content = Sample(name);

        var problem = Assert.Throws<MissingGlyphException>(() => PdfWriter.Write(Render(name, content with { Entries = [content.Entries[0] with { Title = "溶接 🔥" }] }), null));

        Assert.Equal(("U+1F525", "entries[0].title"), (problem.Missing[0].CodePoint, problem.Missing[0].Field));
    }

    internal static CvContent Sample(string name) => name == "iryeokseo" ? CvSamples.KoreanWelder() : CvSamples.Welder();

    internal static CvOptions Options(string name) => name == "iryeokseo" ? CvSamples.Korean : CvSamples.Japanese;

    internal static PaperReader Read(string name, CvContent content) => new(Render(name, content));

    private static PdfDocument Render(string name, CvContent content)
    {
        var format = CvFormats.Find(name)!;
        return format.Render(CvFormats.Trim(format, content), Options(name));
    }
}
