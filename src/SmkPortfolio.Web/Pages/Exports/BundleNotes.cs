using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Web.Checking;

namespace SmkPortfolio.Web.Pages.Exports;

/// <summary>The sheet that lies on top of a bundle: in both languages, since nobody knows who opens it in ten years.</summary>
internal static class BundleNotes
{
    public static string Of(PublishedRegister register, DateTimeOffset now) => $"""
        PORTOFOLIO KERJA / CAREER WORK PORTFOLIO
        {register.Register.Content.Origin}
        {Timestamp.Utc(now)}

        BAHASA INDONESIA
        Isi berkas ini tetap bisa diperiksa walaupun situsnya sudah tidak ada.
          papers/        CV bertanda tangan (PDF)
          credentials/   kredensial dari sekolah: .json (catatan resmi), .vc.jwt (bentuk kedua), .badge.png (lencana dengan kredensial di dalamnya)
          endorsements/  kata guru, pembimbing industri, dan klien
          revisions/     isi karya persis seperti yang disahkan
          evidence/      foto dan dokumen
          status/        daftar pencabutan pada tanggal di atas
          register.jws   daftar penerbit yang dipercaya
          *.tlog-proof   bukti bahwa berkas bernama sama tercatat dalam log publik
          checker.html   halaman pemeriksa: buka di peramban, tanpa internet, lalu jatuhkan berkasnya
        Cara memeriksa: buka checker.html, lalu jatuhkan berkas ZIP ini atau salah satu isinya. Atau dengan perintah:
          smkverify --offline --key {register.Register.Fingerprint} BERKAS.zip
        Tanpa jaringan jawabannya berlaku sampai tanggal daftar pencabutan; sesudah itu tidak ada yang bisa mengatakan apakah sesuatu dicabut.
        Bandingkan sidik jari di atas dengan yang tercetak pada CV: siapa pun bisa membuat ZIP dengan daftar penerbitnya sendiri.

        ENGLISH
        What is in here can still be checked when the site is gone.
          papers/        signed CVs (PDF)
          credentials/   credentials by the school: .json (the record), .vc.jwt (a second form), .badge.png (a badge with the credential inside)
          endorsements/  the words of teachers, workplace mentors and clients
          revisions/     the work exactly as it was endorsed
          evidence/      photos and documents
          status/        lists of what was withdrawn, as of the date above
          register.jws   who may issue
          *.tlog-proof   proof that the file of the same name was entered in the public log
          checker.html   the checking page: open it in a browser, no network needed, and drop the files there
        How to check: open checker.html and drop this ZIP, or any file of it, there. Or by command:
          smkverify --offline --key {register.Register.Fingerprint} FILE.zip
        Without a network the answer holds until the date of the status lists; nobody can tell what was withdrawn after it.
        Compare the fingerprint above with the one printed on the CV: anybody can pack a ZIP with a register of their own.

        """.ReplaceLineEndings("\r\n");
}
