using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.WebTests.Forms;

public partial class LookTests
{
    private const string Files = "src/SmkPortfolio.Web/wwwroot";

    [Fact]
    public void Styles_and_scripts_stay_small()
    {
        Assert.InRange(Repository.Files(Files, "*.css").Sum(Compressed), 1, 9 * 1024);
        Assert.InRange(Repository.Files(Files, "*.js").Sum(Compressed), 1, 15 * 1024);
        Assert.All(Repository.Files(Files, "*.css"), path => Assert.InRange(File.ReadLines(path).Count(), 1, 199));
        Assert.All(Repository.Files(Files, "*.js"), path => Assert.InRange(File.ReadLines(path).Count(), 1, 149));
    }

    [Fact]
    public void No_view_carries_script_or_style_of_its_own()
    {
        var offenders = Repository.Files("src/SmkPortfolio.Web/Pages", "*.cshtml").Where(path => Inline().IsMatch(File.ReadAllText(path)));
        Assert.Empty(offenders.Select(Repository.Relative));
        Assert.Matches(Inline(), "<p style=\"color: red\">");
        Assert.Matches(Inline(), "<a onclick=\"go()\">");
        Assert.Matches(Inline(), "<script>go()</script>");
        Assert.DoesNotMatch(Inline(), "<script type=\"module\" src=\"~/js/site.js\"></script>");
    }

    [Fact]
    public async Task Every_picture_that_is_named_stands_in_the_sprite()
    {
        await using var bench = new FormBench();
        var sprite = SymbolId().Matches(File.ReadAllText(Repository.PathOf(Files, "img/icons.svg"))).Select(match => match.Groups["id"].Value).ToHashSet();
        var named = Repository.Files("src/SmkPortfolio.Web/Pages", "*.cshtml").SelectMany(path => IconName().Matches(File.ReadAllText(path))).Select(match => match.Groups["name"].Value)
            .Concat(new[] { "self", "teacher", "company", "certificate" }.Select(word => Words.Trust(word, bench.Texts).Icon))
            .Concat(new[] { "draft", "submitted", "returned", "endorsed", "declined", "changed-since-endorsed", "in-bin", "withdrawn", "expired", "replaced", "current", "unchecked", "?" }.Select(state => Words.State(state, bench.Texts).Icon))
            .Concat(new[] { "project", "certification", "internship", "teaching-factory", "?" }.Select(kind => Words.Kind(kind, bench.Texts).Icon))
            .Concat(new[] { "genuine-current", "genuine-expired", "genuine-withdrawn", "issuer-unknown", "not-checkable", "altered" }.Select(verdict => VerdictWords.Verdict(verdict, bench.Texts).Icon))
            .Concat(new[] { "passed", "failed", "unchecked", "not-applicable" }.Select(state => VerdictWords.State(state, bench.Texts).Icon))
            .Concat(new[] { "success", "info", "warning", "danger" }.Select(Notices.Icon))
            .Concat(new[] { "student", "teacher", "guardian" }.SelectMany(role => Navigation.For(new Visitor("N", null, [role]))).Select(item => item.Icon));
        Assert.DoesNotContain(named.Distinct(), name => !sprite.Contains(name));
    }

    [Theory]
    [InlineData("ink", "paper"), InlineData("ink", "sheet"), InlineData("ink", "sunk"), InlineData("ink-soft", "paper"), InlineData("ink-soft", "sheet"), InlineData("ink-soft", "sunk")]
    [InlineData("teal", "paper"), InlineData("teal", "sheet"), InlineData("on-teal", "teal"), InlineData("on-teal", "teal-deep"), InlineData("teal", "teal-wash")]
    [InlineData("clay-ink", "clay-wash"), InlineData("clay-ink", "sheet"), InlineData("green", "green-wash"), InlineData("amber", "amber-wash"), InlineData("red", "red-wash"), InlineData("red", "paper"), InlineData("slate", "slate-wash")]
    [InlineData("ink", "green-wash"), InlineData("ink", "amber-wash"), InlineData("ink", "red-wash"), InlineData("ink", "clay-wash"), InlineData("ink", "slate-wash")]
    public void Text_can_be_read_on_its_ground_by_day_and_by_night(string text, string ground)
    {
        var css = File.ReadAllText(Repository.PathOf(Files, "css/base.css"));
        var blocks = css.Split("prefers-color-scheme: dark", 2);
        foreach (var block in blocks)
        {
            var contrast = Contrast(Colour(block, text), Colour(block, ground));
            Assert.True(contrast >= 4.5, $"{text} on {ground}: {contrast:0.00}");
        }
    }

    private static long Compressed(string path)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return memory.Length;
    }

    private static string Colour(string block, string name)
    {
        var hex = Regex.Match(block, $@"--{name}: #(?<hex>[0-9a-f]{{6}}|[0-9a-f]{{3}});").Groups["hex"].Value;
        Assert.NotEmpty(hex);
        return hex.Length == 3 ? string.Concat(hex.Select(digit => new string(digit, 2))) : hex;
    }

    private static double Contrast(string one, string other)
    {
        double[] light = [.. new[] { Luminance(one), Luminance(other) }.OrderDescending()];
        return (light[0] + 0.05) / (light[1] + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] parts = [.. new[] { 0, 2, 4 }.Select(at => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=""")]
    private static partial Regex Inline();

    [GeneratedRegex("<symbol id=\"(?<id>[^\"]+)\"")]
    private static partial Regex SymbolId();

    [GeneratedRegex("(?:<smk-icon name=|EmptyPart\\(|TimelineItem\\()\"(?<name>[a-z0-9-]+)\"")]
    private static partial Regex IconName();
}
