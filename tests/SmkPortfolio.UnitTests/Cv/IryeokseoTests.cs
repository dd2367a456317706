using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

public class IryeokseoTests
{
    [Fact]
    public void Its_parts_stand_in_their_usual_order_and_the_letter_on_a_page_of_its_own()
    {
        using var paper = AsianPapersTests.Read("iryeokseo", CvSamples.KoreanWelder());

        Assert.Equal(3, paper.Pages.Count);
        AssertInOrder(paper.Pages[0], "이력서", "인적사항", "학력사항", "경력사항", "교육/연수", "주요활동", "자격사항", "외국어능력", "컴퓨터활용", "수상", "위사실과다름이없습니다.", "2026년5월12일", "성명:디아아유쿠수마닝룸(인)");
        AssertInOrder(paper.Pages[1], "자기소개서", "성장과정", "작은마을에서", "성격의장단점", "꼼꼼하게", "지원동기", "품질을중시하는", "입사후포부", "입사후1년안에");
        Assert.Contains("기재내용확인현황", paper.Pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fact_stands_in_its_cell()
    {
        using var paper = AsianPapersTests.Read("iryeokseo", CvSamples.KoreanWelder());
        var rows = paper.Rows();

        Assert.Equal(["인적사항", "사진(3×4cm)", "성명(한글)", "디아아유쿠수마닝룸", "성명(영문)", "DYAHAYUKUSUMANINGRUM"], rows[0]);
        Assert.Equal(["생년월일", "2008.05.12(만18세)", "연락처", "+6281200000000"], rows[1]);
        Assert.Equal(["이메일", "dyah.ayu@siswa.example"], rows[3]);
        Assert.Contains(rows, r => r is ["2023.07~2026.06", "국립촌토직업고등학교", "용접기술과", "졸업예정"]);
        Assert.Contains(rows, r => r is ["2025.07~2025.12", "PTBajaContohMandiri(현장실습)", "생산부프레임반", _]);
        Assert.Contains(rows, r => r is ["2025.03~2025.08", "한국어기초과정(120시간)", "LPK촌토"]);
        Assert.Contains(rows, r => r is ["2026.03.02", "용접기능인증피복아크용접3G", "LSPP1SMKNegeriContoh"]);
        Assert.Contains(rows, r => r is ["2025.11.02", "안전보건온라인교육(본인진술)", ""]);
        Assert.Contains(rows, r => r is ["2026.04.11", "한국어(A2)", "TOPIKI", "2급(152점)"]);
        Assert.Contains(rows, r => r is ["2025.10.11", "직업고기능경기대회용접부문2위", "족자카르타특별주교육청"]);
    }

    [Fact]
    public void Compulsory_schooling_is_left_out_unless_there_is_nothing_else()
    {
        var content = CvSamples.KoreanWelder();
        using var paper = AsianPapersTests.Read("iryeokseo", content);
        using var junior = AsianPapersTests.Read("iryeokseo", content with { Education = [.. content.Education.Skip(1)] });

        Assert.DoesNotContain("중학교", paper.Text, StringComparison.Ordinal);
        Assert.Contains("제2중학교", junior.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("초등학교", junior.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graduated", "2026-05-10", "2023.07~2026.05", "졸업")]
    [InlineData("attending", null, "2023.07~현재", "재학")]
    [InlineData("left", "2024-01-10", "2023.07~2024.01", "중퇴")]
    public void Schooling_ends_as_its_record_says(string outcome, string? until, string period, string word)
    {
        var school = new CvEducation("고등학교", "", new DateOnly(2023, 7, 1), until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "") { Level = "senior", Outcome = outcome };
        using var paper = AsianPapersTests.Read("iryeokseo", CvSamples.KoreanWelder() with { Education = [school] });

        Assert.Contains(paper.Rows(), r => r.SequenceEqual([period, "고등학교", "", word]));
    }

    [Fact]
    public void Empty_parts_say_so()
    {
        using var paper = AsianPapersTests.Read("iryeokseo", CvSamples.JapaneseNobody);

        Assert.Equal(7, paper.Pages[0].Split("해당없음").Length - 1);
    }

    [Fact]
    public void It_asks_for_hangul_passport_and_the_four_texts()
    {
        var missing = CvFormats.Missing(Iryeokseo.Format, CvSamples.JapaneseNobody).Where(m => m.IsNeeded).Select(m => m.Code);

        Assert.Equal(
            ["person.localName", "person.passportName", "person.birthDate", "person.address", "person.phone", "education", "statements.upbringing", "statements.character", "statements.motivation", "statements.ambition"],
            missing);
        Assert.Empty(CvFormats.Missing(Iryeokseo.Format, CvSamples.KoreanWelder(Pdf.TestPicture.Jpeg)));
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var next = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(next >= at, $"'{part}' is not after what should stand before it in:\n{text}");
            at = next;
        }
    }
}
