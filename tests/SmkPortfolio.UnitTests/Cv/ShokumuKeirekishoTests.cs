using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

public class ShokumuKeirekishoTests
{
    [Fact]
    public void Its_parts_stand_in_their_usual_order_on_two_pages()
    {
        using var paper = AsianPapersTests.Read("shokumu-keirekisho", CvSamples.Welder());
        var text = string.Concat(paper.Pages);

        Assert.Equal(2, paper.Pages.Count);
        string[] parts = ["職務経歴書", "2026年5月12日現在", "氏名ディアー・アユ・クスマニングルム", "■職務要約", "■職務経歴", "■その他の経歴・活動", "■資格・免許", "■活かせる経験・知識・技術", "■自己PR", "以上", "本書類の真正性の確認方法"];
        var places = parts.Select(p => text.IndexOf(p, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Practice_stands_newest_first_with_firm_business_duties_and_numbers()
    {
        using var paper = AsianPapersTests.Read("shokumu-keirekisho", CvSamples.Welder());
        var rows = paper.Rows();
        var practice = rows.SkipWhile(r => r is not ["期間", "業務・実習の内容"]).Skip(1).Take(3).ToList();

        Assert.Equal(["2025年7月～2025年12月", "2025年2月", "2024年9月～2024年10月"], practice.Select(r => r[0]));
        foreach (var part in new[] { "PTBajaContohMandiri［企業実習］", "フレーム溶接と外観検査", "事業内容：鋼製家具・建築金物の製造", "担当：製造部フレーム班", "半自動溶接による", "実績：3か月で溶接不良率を8％から3％に低減", "実習時間：720時間", "企業が確認", "2026年1月9日" })
            Assert.Contains(part, practice[0][1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_confirmed_stands_apart()
    {
        using var paper = AsianPapersTests.Read("shokumu-keirekisho", CvSamples.JapaneseWorker);
        var own = paper.Rows().SkipWhile(r => r is not ["期間", "内容"]).Skip(1).Take(4).Select(r => r[1]).ToList();

        Assert.Contains(own, cell => cell.StartsWith("PTKapalContoh溶接工", StringComparison.Ordinal));
        Assert.Contains(own, cell => cell.StartsWith("駐車場の屋根の製作", StringComparison.Ordinal));
        Assert.All(own, cell => Assert.DoesNotMatch("企業が確認|教員が確認", cell));
    }

    [Fact]
    public void It_asks_for_summary_and_self_promotion()
    {
        var missing = CvFormats.Missing(ShokumuKeirekisho.Format, CvSamples.JapaneseNobody);

        Assert.Equal(["person.summary", "entries", "statements.selfPromotion"], missing.Where(m => m.IsNeeded).Select(m => m.Code));
        Assert.Empty(CvFormats.Missing(ShokumuKeirekisho.Format, CvSamples.Welder()));
    }

    [Fact]
    public void Twenty_thousand_letters_in_one_line_lose_none()
    {
        using var paper = AsianPapersTests.Read("shokumu-keirekisho", CvSamples.JapaneseEdge);
        // In the structure, where nothing stands between the parts of a cell on two pages.
        var text = string.Concat(paper.Rows().SelectMany(r => r));

        Assert.All(Enumerable.Range(1, 4_000), i => Assert.True(text.Contains(FormattableString.Invariant($"作業{i}、"), StringComparison.Ordinal), FormattableString.Invariant($"作業{i}")));
    }
}
