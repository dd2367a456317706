using SmkPortfolio.Pdf;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Pdf;

public class ReadBackTests
{
    private static readonly TextStyle Body = new(10, 15, Color.Black);

    [Fact]
    public void Our_papers_are_read_with_their_lines_headings_and_language()
    {
        var read = PdfReadBack.Read(PdfWriter.Write(Samples.Document(60, "Siti 山田"), Seals.Throwaway()));

        Assert.True(read.Parsed, read.Problem);
        Assert.Equal(("Contoh Siti 山田", "id", true), (read.Title, read.Language, read.IsTagged));
        Assert.Equal([new PdfReadHeading(1, "Siti 山田", 1), new PdfReadHeading(2, "Ringkasan", 1), new PdfReadHeading(2, "Nilai", 1)], read.Headings);
        Assert.Equal(2, read.Pages.Count);
        Assert.Equal(["Siti 山田", "Ringkasan"], read.Pages[0].Lines.Take(2));
        Assert.Contains("No Kompetensi Skor", read.Pages[0].Lines);
        Assert.Contains("1 Kompetensi nomor 1 61", read.Pages[0].Lines);
        Assert.Contains("Siti 山田 · 2 / 2", read.Pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bound_files_and_odd_texts_are_read_too()
    {
        var file = new BoundFile { Title = "Kelas", Author = "SMK", Language = "en", Creator = "t", Created = DateTimeOffset.UnixEpoch, Id = new byte[16] };
        PdfDocument One(string name) => Samples.Document(2, name) with { Content = new Column(4, new Text(name, Body) { Role = TextRole.Heading1 }, new Text("葛󠄀か\u309A e\u0301", Body), GridTests.Form) };

        var read = PdfReadBack.Read(PdfWriter.WriteBound([One("Ani"), One("Budi 홍길동")], file));

        Assert.True(read.Parsed, read.Problem);
        Assert.Equal(["Ani", "Budi 홍길동"], read.Headings.Select(h => h.Text));
        Assert.Equal([1, 2], read.Headings.Select(h => h.Page));
        Assert.All(read.Pages, page => Assert.Contains("葛󠄀か\u309A é", page.Lines));
    }

    [Fact]
    public void A_broken_file_is_a_problem_and_never_an_exception()
    {
        var whole = PdfWriter.Write(Samples.Document(), Seals.Throwaway());
        Assert.False(PdfReadBack.Read([]).Parsed);
        Assert.False(PdfReadBack.Read("%PDF-1.7 nothing"u8.ToArray()).Parsed);
        Assert.Equal("it is too large", PdfReadBack.Read(new byte[PdfReadBack.MaxBytes + 1]).Problem);
        foreach (var length in Campaign.Positions(whole.Length, 12))
        {
            PdfReadBack.Read(whole[..length]);
        }
    }
}
