using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class CvCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

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

    [Fact, Trait(Campaign.Category, Campaign.Name)]
    public void Every_single_wrong_character_is_noticed()
    {
        foreach (var code in Codes())
        {
            for (var i = 0; i < code.Length; i++)
            {
                foreach (var wrong in Alphabet.Where(c => c != code[i]))
                {
                    Assert.Equal(CodeReading.Mistyped, CvCode.Read(code[..i] + wrong + code[(i + 1)..]).Reading);
                }
            }
        }
    }

    // The check character cannot tell 0 from Z in neighbouring places: the one pair of 496 that Luhn's sum weighs alike.
    [Fact, Trait(Campaign.Category, Campaign.Name)]
    public void Any_two_neighbours_changed_over_are_noticed_but_0_and_Z()
    {
        foreach (var code in Codes())
        {
            for (var i = 0; i + 1 < code.Length; i++)
            {
                var (first, second) = (code[i], code[i + 1]);
                var changed = code[..i] + second + first + code[(i + 2)..];
                var isNoticed = first != second && (first, second) is not ('0', 'Z') and not ('Z', '0');
                Assert.Equal(isNoticed ? CodeReading.Mistyped : CodeReading.Sound, CvCode.Read(changed).Reading);
            }
        }
    }

    private static IEnumerable<string> Codes()
    {
        var random = new Random(20261123);
        return Enumerable.Range(0, Campaign.Count(small: 100, full: 20_000)).Select(_ => CvCode.From((ulong)random.NextInt64())).Append(CvCode.From(0)).Append(CvCode.From(0b11111_00000_11111));
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
