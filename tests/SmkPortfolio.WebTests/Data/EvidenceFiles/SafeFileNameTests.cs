using System.Text;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("foto las.jpg", "foto las.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\Budi\\Foto.JPG", "Foto.JPG")]
    [InlineData("a\u0000b\r\nc\u0085.png", "ab c .png")]
    [InlineData("gambar\u202Egpj.exe", "gambargpj.exe")]
    [InlineData("a\u200Bb\u2066c\u061C.pdf", "abc.pdf")]
    [InlineData("  . .hasil..  ", "hasil")]
    [InlineData("what?<is>:\"this\"|*.pdf", "whatisthis.pdf")]
    [InlineData("cafe\u0301.jpg", "caf\u00E9.jpg")]
    [InlineData("写真 面接.jpg", "写真 面接.jpg")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("COM1", "_COM1")]
    [InlineData("computer.txt", "computer.txt")]
    [InlineData("", "file")]
    [InlineData("...", "file")]
    [InlineData("folder/", "file")]
    public void A_name_is_made_fit(string given, string expected) => Assert.Equal(expected, SafeFileName.Clean(given));

    [Theory]
    [InlineData("foto/las.jpg", "foto/las.jpg")]
    [InlineData("../..\\rahasia/./c.svg", "rahasia/c.svg")]
    [InlineData("C:\\Users\\a\u202Eb\u0007.exe", "C/Users/ab.exe")]
    [InlineData("a//b/", "a/b")]
    [InlineData("../..", "file")]
    [InlineData("", "file")]
    public void A_path_keeps_its_folders_and_leads_nowhere(string given, string expected) => Assert.Equal(expected, SafeFileName.CleanPath(given));

    [Fact]
    public void Of_an_endless_path_the_last_parts_are_kept()
    {
        var clean = SafeFileName.CleanPath(string.Concat(Enumerable.Repeat("dalam/", 10_000)) + new string('b', 5000) + "/c.svg");

        Assert.EndsWith("/dalam/" + new string('b', SafeFileName.MaxLength) + "/c.svg", clean, StringComparison.Ordinal);
        Assert.InRange(clean.Length, SafeFileName.PathMax - 6, SafeFileName.PathMax);
        Assert.Equal(clean, SafeFileName.CleanPath(clean));
    }

    [Fact]
    public void Half_a_character_does_not_break_it() => Assert.Equal("ab.jpg", SafeFileName.Clean("a\uD83D" + "b.jpg"));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var clean = SafeFileName.Clean(new string('a', 5000) + ".jpeg");
        Assert.Equal(SafeFileName.MaxLength, clean.Length);
        Assert.EndsWith("a.jpeg", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_not_cut_inside_a_letter()
    {
        var clean = SafeFileName.Clean(string.Concat(Enumerable.Repeat("\U0001F469", 100)) + "x.png");
        Assert.True(clean.Length <= SafeFileName.MaxLength);
        Assert.True(clean.IsNormalized(NormalizationForm.FormC));
        Assert.DoesNotContain(clean.EnumerateRunes(), r => r == Rune.ReplacementChar);
    }

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
    {
        foreach (var name in new[] { " a . b .jpg", "con", new string('b', 300), "é/../x" })
        {
            var once = SafeFileName.Clean(name);
            Assert.Equal(once, SafeFileName.Clean(once));
        }
    }

    [Theory]
    [InlineData("foto.jpg", "image/jpeg", "foto.jpg", NameChange.None)]
    [InlineData("FOTO.JPEG", "image/jpeg", "FOTO.JPEG", NameChange.None)]
    [InlineData("foto.jpg.exe", "image/jpeg", "foto.jpg", NameChange.Ending)]
    [InlineData("foto.exe.jpg", "image/jpeg", "foto.jpg", NameChange.Ending)]
    [InlineData("a.pdf.html", "application/pdf", "a.pdf", NameChange.Ending)]
    [InlineData("foto.png", "image/jpeg", "foto.jpg", NameChange.Ending)]
    [InlineData("laporan.v2.pdf", "application/pdf", "laporan.v2.pdf", NameChange.None)]
    [InlineData("laporan.docx.pdf", "application/pdf", "laporan.docx.pdf", NameChange.None)]
    [InlineData("laporan.akhir", "application/pdf", "laporan.akhir.pdf", NameChange.Ending)]
    [InlineData("../../etc/foto.jpg", "image/jpeg", "foto.jpg", NameChange.Path)]
    [InlineData("C:\\Users\\budi\\foto.jpg", "image/jpeg", "foto.jpg", NameChange.Path)]
    [InlineData("\u202Egpj.exe", "image/jpeg", "gpj.jpg", NameChange.Hidden | NameChange.Ending)]
    [InlineData("fo\u0007to.jpg", "image/jpeg", "foto.jpg", NameChange.Hidden)]
    [InlineData(".htaccess", "image/png", "htaccess.png", NameChange.Ending)]
    [InlineData("..", "image/png", "file.png", NameChange.Ending)]
    public void A_name_ends_as_its_content_says(string given, string mediaType, string expected, NameChange change) =>
        Assert.Equal((expected, change), SafeFileName.For(given, mediaType));
}
