using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Real PDF files, sealed, and then what people do to them.</summary>
internal static class PaperCases
{
    public static IEnumerable<CheckCase> All()
    {
        var paper = Paper();
        yield return Case("good", paper, Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("good-without-lists", PaperFile.Write(PaperSample.Full()), Verdict.NotCheckable, "status-unavailable") with { Lists = new Dictionary<string, byte[]>() };
        yield return Case("no-register", paper, Verdict.IssuerUnknown, "no-register") with { Register = null };
        yield return Case("our-serial-other-content", PaperFile.Write(PaperSample.Full(), isSealed: false), Verdict.Altered, "not-signed");
        yield return Case("cut-in-half", paper[..(paper.Length / 2)], Verdict.Altered, "pdf-unreadable");
        yield return Case("seal-unlisted", paper, Verdict.IssuerUnknown, "seal-not-in-register") with { Register = Samples.RegisterContent() };
        yield return Case("seal-stolen", paper, Verdict.Altered, "seal-compromised") with { Register = WithStolenSeal(Forge.Register, keepsListed: false) };
        yield return Case("seal-stolen-and-still-listed", paper, Verdict.Altered, "seal-compromised") with { Register = WithStolenSeal(Forge.Register, keepsListed: true) };
        yield return Case("attachment-swapped", Swapped(), Verdict.Altered, "snapshot-mismatch");
        yield return Case("name-swapped", Renamed(), Verdict.Altered, "snapshot-mismatch");
        yield return new CheckCase("paper-updated-after-signing", "cv.pdf", Updated(paper, ""), Verdict.Altered, "partly-signed");
        yield return new CheckCase("paper-encrypted", "cv.pdf", Updated(paper, "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) >> "), Verdict.Altered, "partly-signed");
        yield return Case("older-list-inside", Paper(), Verdict.GenuineWithdrawn, "line-withdrawn") with { Lists = Newer() };
        yield return Case("older-lists-crowd-inside", PaperFile.Write(Crowded()), Verdict.GenuineWithdrawn, "line-withdrawn") with { Lists = Newer() };
        yield return Case("newer-list-inside", PaperFile.Write(WithNewer()), Verdict.GenuineWithdrawn, "line-withdrawn");
        foreach (var (name, form) in ForgedCms.Forms)
        {
            yield return Case("of-stranger-" + name, PaperFile.Write(Stapled(), sign: digest => form(ForgedCms.Stranger, digest)), Verdict.NotCheckable, "method-not-supported");
            yield return Case("of-our-certificate-" + name, PaperFile.Write(Stapled(), sign: digest => form(PaperSample.Certificate, digest)), Verdict.Altered, "seal-broken");
        }
        yield return Case("signed-twice", Updated([.. paper, .. "\n"u8, .. paper], ""), Verdict.Altered, "partly-signed");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code) => new("paper-" + name, "cv.pdf", file, verdict, code);

    private static RegisterContent WithStolenSeal(RegisterContent register, bool keepsListed) => register with
    {
        Schools = [.. register.Schools.Select(s => s with { CompromisedPdfCertificateSha256 = s.PdfCertificateSha256, PdfCertificateSha256 = keepsListed ? s.PdfCertificateSha256 : [] })],
    };

    private static byte[] Paper() => PaperFile.Write(Stapled());

    private static PaperSample Stapled()
    {
        var paper = PaperSample.Full();
        paper.Extra.AddRange(PaperSample.StapledLists());
        return paper;
    }

    // The list that somebody fetched today, beside those that were inside when the paper was printed.
    private static Dictionary<string, byte[]> Newer() => new(Forge.Lists) { [Samples.ListOf(Samples.School)] = Forge.ListAt(Samples.Now.AddHours(5), 1001) };

    private static PaperSample Crowded()
    {
        var paper = PaperSample.Full();
        paper.Extra.AddRange(Enumerable.Range(0, 80).Select(n => new PaperAttachment($"status-0{n}.json", Forge.ListAt(Samples.Now.AddMinutes(-n)))));
        paper.Extra.AddRange(PaperSample.StapledLists());
        return paper;
    }

    private static PaperSample WithNewer()
    {
        var paper = PaperSample.Full();
        paper.Extra.Add(new PaperAttachment("status-0.json", Forge.ListAt(Samples.Now.AddMinutes(-1))));
        paper.Extra.AddRange(PaperSample.StapledLists());
        paper.Extra.Add(new PaperAttachment("status-9.json", Forge.ListAt(Samples.Now.AddHours(5), 1001)));
        return paper;
    }

    private static byte[] Swapped() => PaperFile.Write(
        Stapled(), change: all => [.. all.Select(a => a.Name == "credential.json" ? new PaperAttachment(a.Name, Samples.SignedBadge()) : a)]);

    private static byte[] Renamed()
    {
        var paper = Stapled();
        paper.Snapshot["name"] = "Orang Lain";
        return PaperFile.Write(paper);
    }

    // What a PDF editor appends: one more object, one more table, one more trailer.
    private static byte[] Updated(byte[] paper, string extraTrailer)
    {
        var text = Encoding.Latin1.GetString(paper);
        var previous = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Trim().Split('\n')[0].Trim();
        var root = text[text.LastIndexOf("/Root", StringComparison.Ordinal)..].Split(' ')[1];
        var at = text.Length + 1;
        var table = at + "99 0 obj\n(tambahan)\nendobj\n".Length;
        return Encoding.Latin1.GetBytes(
            $"{text}\n99 0 obj\n(tambahan)\nendobj\nxref\n99 1\n{at:D10} 00000 n \ntrailer\n<< /Size 100 /Root {root} 0 R /Prev {previous} {extraTrailer}>>\nstartxref\n{table}\n%%EOF\n");
    }
}
