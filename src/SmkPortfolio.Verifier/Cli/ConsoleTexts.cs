using System.Globalization;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>The words of the terminal in one language.</summary>
internal sealed record ConsoleTexts(CultureInfo Culture, IReadOnlyDictionary<string, string> Words)
{
    private static readonly ConsoleTexts Indonesian = new(CultureInfo.GetCultureInfo("id-ID"), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["genuine-current"] = "ASLI DAN BERLAKU",
        ["genuine-expired"] = "ASLI, SUDAH KEDALUWARSA",
        ["genuine-withdrawn"] = "ASLI, TETAPI DICABUT",
        ["issuer-unknown"] = "TANDA TANGAN UTUH, PENERBIT TIDAK DIKENAL",
        ["not-checkable"] = "BELUM DAPAT DIPERIKSA",
        ["altered"] = "DIUBAH ATAU BUKAN TERBITAN KAMI",
        ["passed"] = "lulus",
        ["failed"] = "gagal",
        ["unchecked"] = "belum diperiksa",
        ["not-applicable"] = "tidak berlaku",
        ["current"] = "berlaku",
        ["expired"] = "kedaluwarsa",
        ["withdrawn"] = "dicabut",
        ["replaced"] = "sudah diganti",
        ["self"] = "pernyataan siswa sendiri",
        ["teacher"] = "dikonfirmasi guru",
        ["company"] = "dikonfirmasi perusahaan",
        ["certificate"] = "sertifikat diperiksa sekolah",
    })
    {
        Issuer = "Penerbit",
        CallsItself = "menyebut dirinya {0} (belum dipastikan)",
        Holder = "Pemegang",
        SignedAt = "Ditandatangani",
        StatusAsOf = "Status per",
        CheckedAt = "Diperiksa",
        Lines = "Isi",
        Checks = "Pemeriksaan",
        KeyNotPinned = "Kunci platform tidak dipastikan (--key). Sidik jarinya:",
        WrongKey = "Daftar penerbit ini ditandatangani kunci lain daripada yang diminta:",
        RegisterNotUsed = "daftar penerbit di dalamnya tidak dipakai, sebab siapa pun dapat memasukkannya. Berikan --register, atau sematkan kuncinya dengan --key. Sidik jarinya:",
        Aside = "{0} berkas di samping dokumen (bukti, keterangan untuk pembaca) tidak diperiksa.",
        Problems = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no-such-file"] = "berkas tidak ada atau tidak dapat dibaca.",
            ["unknown-kind"] = "bukan PDF, JSON, JWT, PNG, atau ZIP.",
            ["wrong-key"] = "daftar penerbit di dalamnya ditandatangani kunci lain daripada yang diminta.",
            ["zip-damaged"] = "rusak dan tidak dapat dibuka.",
            ["zip-empty"] = "tidak berisi berkas.",
            ["zip-without-documents"] = "tidak berisi dokumen untuk diperiksa.",
            ["zip-too-many"] = "berisi lebih dari 500 berkas.",
            ["zip-encrypted"] = "dikunci kata sandi.",
            ["zip-nested"] = "ZIP di dalam ZIP tidak dibuka.",
            ["empty"] = "berkas ini kosong.",
            ["too-large"] = "berkas lebih besar dari 25 MB.",
            ["too-much"] = "seluruh berkas bersama-sama lebih dari 400 MB.",
        },
    };

    private static readonly ConsoleTexts English = new(CultureInfo.GetCultureInfo("en-GB"), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["genuine-current"] = "GENUINE AND CURRENT",
        ["genuine-expired"] = "GENUINE BUT EXPIRED",
        ["genuine-withdrawn"] = "GENUINE BUT WITHDRAWN",
        ["issuer-unknown"] = "SOUND SIGNATURE, UNKNOWN ISSUER",
        ["not-checkable"] = "CANNOT BE CHECKED RIGHT NOW",
        ["altered"] = "ALTERED, OR NOT ISSUED HERE",
        ["passed"] = "passed",
        ["failed"] = "failed",
        ["unchecked"] = "not checked",
        ["not-applicable"] = "does not apply",
        ["current"] = "current",
        ["expired"] = "expired",
        ["withdrawn"] = "withdrawn",
        ["replaced"] = "replaced",
        ["self"] = "student's own word",
        ["teacher"] = "teacher confirms",
        ["company"] = "company confirms",
        ["certificate"] = "certificate checked by the school",
    })
    {
        Issuer = "Issuer",
        CallsItself = "calls itself {0} (not confirmed)",
        Holder = "Holder",
        SignedAt = "Signed at",
        StatusAsOf = "Status as of",
        CheckedAt = "Checked at",
        Lines = "Lines",
        Checks = "Checks",
        KeyNotPinned = "The platform key is not pinned (--key). Its fingerprint:",
        WrongKey = "The register is signed by another key than the one asked for:",
        RegisterNotUsed = "the register inside is not used, since anybody could have packed it. Give --register, or pin its key by --key. Its fingerprint:",
        Aside = "{0} files beside the documents (evidence, words for the reader) were not checked.",
        Problems = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["no-such-file"] = "no such file, or it cannot be read.",
            ["unknown-kind"] = "neither PDF, JSON, JWT, PNG nor ZIP.",
            ["wrong-key"] = "the register inside is signed by another key than the one asked for.",
            ["zip-damaged"] = "damaged, and cannot be opened.",
            ["zip-empty"] = "holds no files.",
            ["zip-without-documents"] = "holds no document to check.",
            ["zip-too-many"] = "holds more than 500 files.",
            ["zip-encrypted"] = "locked with a password.",
            ["zip-nested"] = "a ZIP inside a ZIP is not opened.",
            ["empty"] = "the file is empty.",
            ["too-large"] = "the file is larger than 25 MB.",
            ["too-much"] = "together the files are more than 400 MB.",
        },
    };

    public required string Issuer { get; init; }

    /// <summary>Of an issuer whose name is not from the register.</summary>
    public required string CallsItself { get; init; }

    public required string Holder { get; init; }

    public required string SignedAt { get; init; }

    public required string StatusAsOf { get; init; }

    public required string CheckedAt { get; init; }

    public required string Lines { get; init; }

    public required string Checks { get; init; }

    public required string KeyNotPinned { get; init; }

    public required string WrongKey { get; init; }

    public required string RegisterNotUsed { get; init; }

    public required string Aside { get; init; }

    /// <summary>Why a file was not checked, by its code; those of a ZIP and the files in it are codes of <see cref="Checking.ArchivedFile"/>.</summary>
    public required IReadOnlyDictionary<string, string> Problems { get; init; }

    public static ConsoleTexts For(string language) => language == "id" ? Indonesian : English;

    public string Word(string key) => Words.GetValueOrDefault(key, key);

    public string Word(LineState state) => Word(WireNames.Of(state));

    public string Time(DateTimeOffset value) => value.UtcDateTime.ToString("d MMMM yyyy HH':'mm 'UTC'", Culture);
}
