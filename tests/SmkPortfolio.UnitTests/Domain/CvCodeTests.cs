using SmkPortfolio.Domain.Cvs;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class CvCodeTests
{
    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(0x0123456789ABCDEFUL)]
    public void A_made_code_reads_back_however_it_is_typed(ulong random)
    {
        var code = CvCode.From(random);
        Assert.Equal(11, code.Length);
        var written = CvCode.Written(code);
        Assert.Equal('-', written[5]);
        foreach (var typed in new[] { code, written, written.ToLowerInvariant(), " " + written.Replace("-", " ", StringComparison.Ordinal) + " ", code.Replace('0', 'O').Replace('1', 'l') })
        {
            Assert.Equal((CodeReading.Sound, code), CvCode.Read(typed));
        }
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var code = CvCode.From(0x5DEECE66DUL);
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var wrong in alphabet.Where(c => c != code[i]))
            {
                Assert.Equal(CodeReading.Mistyped, CvCode.Read(code[..i] + wrong + code[(i + 1)..]).Reading);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCDE")]
    [InlineData("ABCDE-FGHJKMN")]
    [InlineData("ABCDE-FGHU!?")]
    [InlineData("<script>alert")]
    public void What_cannot_be_a_code_looks_mistyped(string? typed) => Assert.Equal((CodeReading.Mistyped, ""), CvCode.Read(typed));
}
