using System.Globalization;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>The sentence behind each code, with its next step, in Indonesian and English.</summary>
internal static class ReasonTexts
{
    private static readonly Dictionary<string, (string Id, string En)> Texts = new(StringComparer.Ordinal)
    {
        ["genuine"] = (
            "Dokumen ini asli dan masih berlaku. Pastikan orang di hadapan Anda memang orang yang disebut di dalamnya.",
            "This document is genuine and current. Make sure that the person before you is the one it names."),
        ["genuine-as-of"] = (
            "Dokumen ini asli; per {0} belum dicabut. Periksa sekali lagi secara daring untuk mengetahui keadaan hari ini.",
            "This document is genuine; it was not withdrawn as of {0}. Check it online to learn how it stands today."),
        ["expired"] = (
            "Dokumen ini asli, tetapi masa berlakunya berakhir pada {0}. Mintalah bukti yang lebih baru kepada pemegangnya.",
            "This document is genuine, but it expired on {0}. Ask the holder for a more recent one."),
        ["withdrawn"] = (
            "Dokumen ini asli, tetapi dicabut sejak {0}: {1}. Jangan dipakai; hubungi sekolah bila perlu.",
            "This document is genuine, but was withdrawn on {0}: {1}. Do not rely on it; contact the school if needed."),
        ["withdrawn-by-list"] = (
            "Dokumen ini asli, tetapi daftar status per {0} menyatakan sudah dicabut. Jangan dipakai; hubungi sekolah bila perlu.",
            "This document is genuine, but the status list of {0} says it was withdrawn. Do not rely on it; contact the school if needed."),
        ["suspended"] = (
            "Dokumen ini asli, tetapi ditangguhkan sejak {0}: {1}. Tunggu keputusan sekolah sebelum memakainya.",
            "This document is genuine, but suspended since {0}: {1}. Wait for the school's decision before relying on it."),
        ["replaced"] = (
            "Dokumen ini asli, tetapi sudah diganti dengan versi yang lebih baru. Mintalah versi barunya kepada pemegangnya.",
            "This document is genuine, but a newer version replaces it. Ask the holder for the newer one."),
        ["line-withdrawn"] = (
            "Dokumen ini asli, tetapi konfirmasi baris “{0}” sudah dicabut. Abaikan baris itu dan mintalah CV yang baru.",
            "This document is genuine, but the confirmation of the line “{0}” was withdrawn. Disregard that line and ask for a new CV."),
        ["endorsement-withdrawn"] = (
            "Dokumen ini asli, tetapi konfirmasi yang mendasarinya sudah dicabut. Jangan dipakai; hubungi sekolah bila perlu.",
            "This document is genuine, but the confirmation it rests on was withdrawn. Do not rely on it; contact the school if needed."),
        ["no-register"] = (
            "Tidak ada daftar penerbit untuk memastikan siapa yang menandatangani. Periksa lagi dengan daftar penerbit.",
            "There is no issuer register to tell who signed this. Check again with a register."),
        ["issuer-not-in-register"] = (
            "Tanda tangannya utuh, tetapi penerbitnya tidak ada dalam daftar kami. Tanyakan langsung kepada lembaga yang disebut.",
            "The signature is sound, but the issuer is not in our register. Ask the institution it names."),
        ["key-not-in-register"] = (
            "Tanda tangannya utuh, tetapi kuncinya tidak tercatat atas nama penerbit ini. Tanyakan langsung kepada sekolah.",
            "The signature is sound, but its key is not registered for this issuer. Ask the school itself."),
        ["seal-not-in-register"] = (
            "Tanda tangan PDF ini utuh, tetapi penandatangannya tidak ada dalam daftar kami. Tanyakan langsung kepada lembaga yang disebut.",
            "The PDF's signature is sound, but its signer is not in our register. Ask the institution it names."),
        ["endorser-not-in-register"] = (
            "Orang yang memberi konfirmasi tidak ada dalam daftar kami. Tanyakan langsung kepada sekolah.",
            "A person who confirmed this is not in our register. Ask the school itself."),
        ["issuer-not-active"] = (
            "Penerbit ini tidak terdaftar aktif pada saat penandatanganan. Tanyakan langsung kepada sekolah.",
            "The issuer was not active in the register when this was signed. Ask the school itself."),
        ["status-unavailable"] = (
            "Keadaan dokumen ini tidak dapat diperiksa sekarang. Coba lagi nanti.",
            "We cannot check how this document stands right now. Try again later."),
        ["status-unavailable-last"] = (
            "Keadaan dokumen ini tidak dapat diperiksa sekarang; terakhir dipastikan pada {0}. Coba lagi nanti.",
            "We cannot check how this document stands right now; it was last confirmed on {0}. Try again later."),
        ["state-unavailable"] = (
            "Catatan keadaan dokumen ini tidak dapat dibaca sekarang. Coba lagi nanti.",
            "The record of how this document stands cannot be read right now. Try again later."),
        ["line-unchecked"] = (
            "Baris “{0}” tidak dapat diperiksa sekarang. Coba lagi nanti.",
            "The line “{0}” cannot be checked right now. Try again later."),
        ["unchecked"] = (
            "Tidak semua pemeriksaan dapat dilakukan sekarang. Coba lagi nanti.",
            "Not every check could be made right now. Try again later."),
        ["not-yet-valid"] = (
            "Dokumen ini baru berlaku mulai {0}. Periksa lagi sesudahnya.",
            "This document is valid only from {0}. Check it again then."),
        ["kind-not-supported"] = (
            "Jenis berkas ini belum dapat kami periksa. Mintalah PDF atau berkas JSON aslinya.",
            "We cannot check this kind of file yet. Ask for the original PDF or JSON file."),
        ["method-not-supported"] = (
            "Cara penandatanganan ini belum dapat kami periksa. Periksa di situs penerbitnya.",
            "We cannot check this way of signing. Check it with its issuer."),
        ["did-document-needed"] = (
            "Kunci penerbit ini hanya ada di situsnya, dalam dokumen DID, dan kami tidak mengambilnya. Periksa dengan alat penerbitnya.",
            "This issuer's key stands only in its DID document, on its own site, which we do not fetch. Check it with a tool of the issuer."),
        ["key-unknown"] = (
            "Daftar penerbit yang dipakai tidak memuat kunci untuk tanda tangan ini. Periksa lagi dengan daftar penerbit yang terbaru.",
            "The register in use lists no key for this signature. Check again with the newest register."),
        ["jwt-unsigned"] = (
            "Berkas ini menyatakan dirinya tidak ditandatangani, jadi siapa pun dapat membuatnya. Mintalah berkas aslinya.",
            "This file says itself that nobody signed it, so anybody can have made it. Ask for the original file."),
        ["jwt-claims"] = (
            "Keterangan pada amplop berkas ini bertentangan dengan isinya. Mintalah berkas aslinya.",
            "What the envelope of this file says contradicts its content. Ask for the original file."),
        ["proof-count"] = (
            "Kredensial ini membawa lebih dari satu bukti, padahal penerbitnya selalu memberi satu. Mintalah berkas aslinya.",
            "This credential carries proofs as a set, where its issuer always gives exactly one. Ask for the original file."),
        ["picture-unreadable"] = (
            "Gambar ini rusak atau terpotong. Mintalah gambar lencana aslinya.",
            "This picture is damaged or cut off. Ask for the original badge picture."),
        ["picture-empty"] = (
            "Tidak ada satu kredensial di dalam gambar ini, jadi gambar ini tidak membuktikan apa pun. Mintalah berkas lencana aslinya.",
            "There is not exactly one credential inside this picture, so it proves nothing. Ask for the original badge file."),
        ["malformed"] = (
            "Isi berkas ini rusak atau bukan kredensial. Mintalah berkas aslinya.",
            "This file is damaged or no credential. Ask for the original file."),
        ["not-a-credential"] = (
            "Berkas ini bukan kredensial yang ditandatangani. Mintalah berkas aslinya.",
            "This file is no signed credential. Ask for the original file."),
        ["issuer-not-a-did"] = (
            "Berkas ini menyebut penerbit dengan cara yang tidak mungkin ditulis penerbit mana pun. Mintalah berkas aslinya.",
            "This file names its issuer in a way that no issuer is ever named. Ask for the original file."),
        ["contexts-foreign"] = (
            "Kredensial ini memakai kosakata yang tidak pernah dipakai penerbitnya. Mintalah berkas aslinya.",
            "This credential uses a vocabulary its issuer never uses. Ask for the original file."),
        ["proof-broken"] = (
            "Isi dokumen ini tidak cocok dengan tanda tangannya: sudah diubah, atau bukan terbitan penerbitnya. Mintalah berkas aslinya.",
            "The content does not match its signature: it was altered, or never issued. Ask for the original file."),
        ["key-compromised"] = (
            "Kunci yang menandatangani dokumen ini pernah dicuri sehingga tidak dipercaya lagi. Mintalah terbitan ulang.",
            "The key that signed this was stolen and is no longer believed. Ask for a re-issued document."),
        ["key-retired"] = (
            "Dokumen ini ditandatangani dengan kunci yang pada saat itu sudah tidak dipakai penerbitnya. Mintalah berkas aslinya.",
            "This was signed with a key that its issuer had laid down before. Ask for the original file."),
        ["key-of-another"] = (
            "Tanda tangan dan penerbit dokumen ini tidak cocok. Mintalah berkas aslinya.",
            "Signature and issuer of this document do not belong together. Ask for the original file."),
        ["endorsement-broken"] = (
            "Konfirmasi di dalam dokumen ini tidak cocok dengan buktinya. Mintalah berkas aslinya.",
            "A confirmation inside does not match what it confirms. Ask for the original file."),
        ["evidence-altered"] = (
            "Berkas bukti yang disertakan bukan berkas yang disahkan dokumen ini. Mintalah berkas bukti aslinya.",
            "An evidence file that came along is not the one this document vouches for. Ask for the original evidence."),
        ["register-unavailable"] = (
            "Daftar penerbit tidak dapat dibaca sekarang, jadi tanda tangannya belum dapat dipastikan. Coba lagi nanti.",
            "The issuer register cannot be read right now, so nobody can say whose signature this is. Try again later."),
        ["pdf-unreadable"] = (
            "PDF ini tidak dapat dibaca: rusak atau sudah diubah. Mintalah berkas aslinya.",
            "This PDF cannot be read: damaged or altered. Ask for the original file."),
        ["not-signed"] = (
            "PDF ini tidak bertanda tangan, jadi bukan dokumen yang kami terbitkan. Mintalah berkas aslinya.",
            "This PDF is not signed, so it is not what was issued. Ask for the original file."),
        ["partly-signed"] = (
            "Ada bagian PDF ini di luar tanda tangannya: sudah diubah setelah terbit. Mintalah berkas aslinya.",
            "Parts of this PDF lie outside its signature: it was changed after issue. Ask for the original file."),
        ["seal-broken"] = (
            "Isi PDF ini tidak cocok dengan tanda tangannya: sudah diubah. Mintalah berkas aslinya.",
            "The PDF does not match its signature: it was altered. Ask for the original file."),
        ["seal-compromised"] = (
            "Segel sekolah pada PDF ini jatuh ke tangan orang lain, jadi apa pun yang disegel dengannya tidak dipercaya lagi. Mintalah CV yang baru dicetak.",
            "The school's seal on this PDF fell into wrong hands, so nothing sealed with it is believed any more. Ask for a newly printed CV."),
        ["seal-of-another"] = (
            "PDF ini disegel sekolah lain daripada yang disebut di dalamnya. Mintalah berkas aslinya.",
            "Another school sealed this PDF than the one it names. Ask for the original file."),
        ["snapshot-mismatch"] = (
            "Lampiran PDF ini tidak cocok satu sama lain. Mintalah berkas aslinya.",
            "The attachments of this PDF do not agree with each other. Ask for the original file."),
        ["other-file"] = (
            "Berkas ini bukan berkas yang diterbitkan dengan kode itu. Mintalah berkas aslinya.",
            "This is not the file that was issued under that code. Ask for the original file."),
        ["line-broken"] = (
            "Bukti untuk baris “{0}” hilang atau tidak cocok. Mintalah berkas aslinya.",
            "The proof of the line “{0}” is missing or does not match. Ask for the original file."),
        ["word-unproved"] = (
            "Baris “{0}” menyebut konfirmasi yang tidak terbukti. Mintalah berkas aslinya.",
            "The line “{0}” claims a confirmation that nothing proves. Ask for the original file."),
        ["log-mismatch"] = (
            "Bukti log yang disertakan tidak cocok dengan berkas ini. Mintalah bukti log dan berkas aslinya kepada pemegangnya.",
            "The log proof does not fit this file. Ask the holder for the original file and its log proof."),
        ["statement-sound"] = (
            "Isi kode ini asli: demikianlah sekolah mencetaknya pada {0}. Cocokkan nama dan barisnya dengan kertas; pencabutan sesudah itu hanya terlihat di situs.",
            "What this code says is genuine: the school printed it so on {0}. Compare name and lines with the paper; only the site knows of a withdrawal since."),
        ["statement-missing"] = (
            "Teks ini tidak memuat pernyataan sekolah; mungkin dari kode QR yang kecil. Pindai kode yang besar, atau buka alamatnya.",
            "This text holds no statement of the school; it may be that of the small QR code. Scan the large one, or open the address."),
        ["statement-version"] = (
            "Pernyataan ini ditulis dengan cara yang belum dikenal alat ini. Buka alamatnya, atau pakai alat yang lebih baru.",
            "This statement is written in a way this tool does not know yet. Open the address, or use a newer tool."),
        ["statement-elsewhere"] = (
            "Alamat dalam kode ini bukan alamat situs dari daftar penerbit yang dipakai. Jangan buka alamatnya sebelum memastikan siapa pemiliknya.",
            "The address in this code is not that of the site whose register is in use. Do not open it before you know whose it is."),
        ["statement-too-long"] = (
            "Teks ini lebih panjang daripada pernyataan mana pun yang dicetak. Pindai sekali lagi kode yang besar.",
            "This text is longer than any statement ever printed. Scan the large code once more."),
        ["statement-fragments"] = (
            "Teks ini memuat lebih dari satu pernyataan. Pindai sekali lagi kode yang besar saja.",
            "This text holds more than one statement. Scan the large code alone once more."),
        ["statement-address"] = (
            "Teks ini tidak diawali alamat pemeriksaan kertas. Pindai sekali lagi kode yang besar.",
            "This text does not begin with the address where a paper is checked. Scan the large code once more."),
        ["statement-encoding"] = (
            "Pernyataan ini ditulis salah: diubah, atau salah terbaca. Pindai sekali lagi kode yang besar.",
            "This statement is misspelt: altered, or misread. Scan the large code once more."),
        ["statement-cut"] = (
            "Pernyataan ini terpotong. Pindai sekali lagi kode yang besar.",
            "This statement is cut off. Scan the large code once more."),
        ["statement-trailing"] = (
            "Ada sesuatu di belakang pernyataan ini: sudah diubah. Pindai sekali lagi kode yang besar.",
            "Something stands behind this statement: it was altered. Scan the large code once more."),
        ["statement-text"] = (
            "Pernyataan ini memuat teks yang tidak pernah ditulis penerbitnya: sudah diubah. Pindai sekali lagi kode yang besar.",
            "This statement holds text that its issuer never writes: it was altered. Scan the large code once more."),
        ["statement-code"] = (
            "Alamat dan pernyataan dalam kode ini menyebut dua kertas yang berbeda: sudah diubah. Ketik kode dari kertas di situs.",
            "Address and statement in this code name two different papers: it was altered. Type the paper's code on the site."),
        ["check-failed"] = (
            "Salah satu pemeriksaan gagal. Mintalah berkas aslinya.",
            "One of the checks failed. Ask for the original file."),
    };

    private static readonly Dictionary<string, (string Id, string En)> Details = new(StringComparer.Ordinal)
    {
        ["files-not-presented"] = ("Berkas bukti tidak disertakan.", "The evidence files were not handed in."),
        ["evidence-compared"] = ("{0} dari {1} berkas bukti dibandingkan dan cocok.", "{0} of {1} evidence files were compared, and agree."),
        ["no-endorsements"] = ("Tidak ada konfirmasi di dalamnya.", "It carries no confirmations."),
        ["endorsements-counted"] = ("{0} dari {1} konfirmasi berlaku.", "{0} of {1} confirmations stand."),
        ["endorsements-batch"] = (
            "{0} konfirmasi berlaku; {1} di antaranya diberikan sekaligus untuk beberapa karya, tanpa membuka karya ini.",
            "{0} confirmations stand; {1} of them given to several works at once, without opening this one."),
        ["paper-batch"] = (
            "{0} konfirmasi diberikan sekaligus untuk beberapa karya, tanpa membuka karyanya.",
            "{0} confirmations were given to several works at once, without opening the work."),
        ["line-batch"] = (
            "Dikonfirmasi sekaligus bersama karya lain; yang mengonfirmasi belum membuka karya ini.",
            "Confirmed together with other works; whoever confirmed it had not opened this one."),
        ["status-as-of"] = ("Belum dicabut per {0}.", "Not withdrawn as of {0}."),
        ["offline"] = ("Diperiksa tanpa jaringan.", "Checked without a network."),
        ["no-log"] = ("Belum ada log terbuka.", "There is no public log yet."),
        ["log-no-register"] = ("Log tidak dapat diperiksa tanpa daftar penerbit.", "The log cannot be checked without an issuer register."),
        ["log-not-at-hand"] = (
            "Tidak ada bukti log untuk berkas ini. Pemegangnya dapat mengunduhnya; dokumen tetap asli tanpa bukti itu.",
            "No log proof of this file is at hand. The holder can download one; the document is no less genuine without it."),
        ["log-since"] = (
            "Tercatat dalam log terbuka situs ini sejak {0}; log itu dikelola situs yang sama.",
            "It stands in this site's public log since {0}; the log is kept by the same site."),
        ["statement-only"] = ("Tidak termuat dalam kode pada kertas.", "Not held by the code on a paper."),
        ["statement-status"] = ("Pencabutan hanya terlihat di situs.", "Only the site knows of a withdrawal."),
        ["not-a-paper"] = ("Bukan PDF.", "Not a PDF."),
        ["school-closed"] = (
            "Sekolah ini ditutup pada {0}; tidak ada sekolah yang bertanggung jawab atas dokumennya.",
            "This school closed on {0}; no school answers for its work."),
        ["school-closed-into"] = (
            "Sekolah ini ditutup pada {0}; {1} bertanggung jawab atas dokumennya.",
            "This school closed on {0}; {1} answers for its work."),
        ["no-state"] = ("Jenis ini tidak mempunyai catatan keadaan.", "This kind has no state record."),
    };

    public static bool Has(string code) => Texts.ContainsKey(code) || Details.ContainsKey(code);

    public static IEnumerable<string> Codes => Texts.Keys.Concat(Details.Keys);

    /// <summary>The text of a code; dates are written out in the language, in UTC.</summary>
    public static string Text(string code, string language, params IReadOnlyList<object?> arguments)
    {
        var isIndonesian = IsIndonesian(language);
        var culture = CultureInfo.GetCultureInfo(isIndonesian ? "id-ID" : "en-GB");
        object?[] values = [.. arguments.Select(a => a switch
        {
            DateTimeOffset instant => instant.UtcDateTime.ToString("d MMMM yyyy", culture) + " (UTC)",
            null => isIndonesian ? "alasan tidak dicatat" : "no reason recorded",
            // A reason that ends its own sentence stands inside another one here.
            string reason => reason.TrimEnd(' ', '.'),
            _ => a,
        })];
        return string.Format(culture, Template(code, language), values);
    }

    /// <summary>The text of a code with its places still open.</summary>
    public static string Template(string code, string language)
    {
        var (id, en) = Texts.TryGetValue(code, out var text) ? text : Details[code];
        return IsIndonesian(language) ? id : en;
    }

    private static bool IsIndonesian(string language) =>
        string.Equals(language, "id", StringComparison.OrdinalIgnoreCase) || language.StartsWith("id-", StringComparison.OrdinalIgnoreCase);
}
