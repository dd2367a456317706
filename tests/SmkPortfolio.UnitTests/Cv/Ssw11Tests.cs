using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

public class Ssw11Tests
{
    [Fact]
    public void The_nine_items_stand_in_their_cells()
    {
        using var paper = AsianPapersTests.Read("ssw-1-1", CvSamples.JapaneseWorker);
        var rows = paper.Rows();

        Assert.Contains("参考様式第１－１号", paper.Pages[0], StringComparison.Ordinal);
        Assert.Contains("特定技能外国人の履歴書", paper.Pages[0], StringComparison.Ordinal);
        Assert.Equal(["①氏名", "英字", "DYAHAYUKUSUMANINGRUM", "②性別", "男・女"], rows[0]);
        Assert.Equal(["漢字", "", "③生年月日", "2008年5月12日"], rows[1]);
        Assert.Equal(["④国籍・地域", "インドネシア", "⑤十分に理解できる言語", "ジャワ語、インドネシア語"], rows[2]);
        Assert.Equal("⑥本国又は居住国における住所", rows[3][0]);
        Assert.EndsWith("（電話+6281200000000）", rows[3][1], StringComparison.Ordinal);
        Assert.Contains(rows, r => r is ["⑦学歴・職歴", "年", "月", "最終学歴・主たる職歴"]);
        Assert.Contains(rows, r => r is ["2019", "4", "国立チョントー職業高等学校溶接技術科卒業"]);
        Assert.Contains(rows, r => r is ["2023", "2", "PTKapalContoh入社（溶接工：船体ブロックの溶接）"]);
        Assert.Contains(rows, r => r is ["⑧資格・免許", "年", "月", "資格・免許"]);
        Assert.Contains(rows, r => r is ["⑨過去に技能実習生として本邦に在留していた場合は、その在留歴", "年", "月", "在留資格", "所属機関等", "監理団体"]);
        Assert.Contains(rows, r => r is ["2019～2022", "12～11", "技能実習1号ロ・2号ロ", "株式会社見本製作所", "見本協同組合"]);
        Assert.Contains("旅券上の表記を記載すること", paper.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_chosen_gender_is_ringed()
    {
        var content = CvSamples.Welder();
        using var woman = AsianPapersTests.Read("ssw-1-1", content);
        using var nobody = AsianPapersTests.Read("ssw-1-1", content with { Person = content.Person with { Gender = null } });

        Assert.Contains("女に丸", Alternatives(woman), StringComparison.Ordinal);
        Assert.DoesNotContain("に丸", Alternatives(nobody), StringComparison.Ordinal);
    }

    [Fact]
    public void Katakana_is_no_kanji()
    {
        var content = CvSamples.Welder();
        using var katakana = AsianPapersTests.Read("ssw-1-1", content);
        using var kanji = AsianPapersTests.Read("ssw-1-1", content with { Person = content.Person with { LocalName = "陳美玲" } });

        Assert.DoesNotContain("ディアー", katakana.Pages[0], StringComparison.Ordinal);
        Assert.Contains(kanji.Rows(), r => r is ["漢字", "陳美玲", ..]);
    }

    [Fact]
    public void Without_work_and_stays_the_form_says_so()
    {
        using var paper = AsianPapersTests.Read("ssw-1-1", CvSamples.Welder());

        Assert.Contains(paper.Rows(), r => r is ["", "", "職歴なし"]);
        Assert.Contains(paper.Rows(), r => r is ["", "", "なし", "", ""]);
        Assert.Equal(2, paper.Pages.Count);
    }

    [Fact]
    public void It_is_for_adults_only()
    {
        var content = CvSamples.Welder();

        Assert.True(Ssw11.Format.AdultsOnly);
        Assert.Throws<ArgumentException>(() => Ssw11.Render(content with { Person = content.Person with { Under18 = true } }, CvSamples.Japanese));
    }

    [Fact]
    public void It_asks_for_what_the_office_demands()
    {
        var missing = CvFormats.Missing(Ssw11.Format, CvSamples.JapaneseNobody);

        Assert.Equal(["person.passportName", "person.gender", "person.birthDate", "person.nationality", "languages", "person.address", "education"], missing.Where(m => m.IsNeeded).Select(m => m.Code));
        Assert.Empty(CvFormats.Missing(Ssw11.Format, CvSamples.Welder()));
    }

    private static string Alternatives(PaperReader paper) =>
        Pdf.Tool.Run("qpdf", "--json", "--object-streams=disable", paper.File, "-").Output;
}
