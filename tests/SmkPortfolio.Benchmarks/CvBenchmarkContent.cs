using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SmkPortfolio.Benchmarks;

/// <summary>What the papers of the benchmark say: two pages each, of another person each, so that names, marks, texts and codes differ.</summary>
internal sealed record CvBenchmarkContent(
    string Name,
    string JapaneseName,
    string Korean,
    string Summary,
    IReadOnlyList<string> Facts,
    IReadOnlyList<IReadOnlyList<string>> Marks,
    IReadOnlyList<IReadOnlyList<string>> Certificates,
    IReadOnlyList<(string Years, string Title, string Text)> Timeline,
    string Japanese,
    string Address,
    string Statement)
{
    private const string JapaneseText =
        "私は職業高校の機械加工科で、旋盤とフライス盤の操作、図面の読み方、測定器の使い方を学びました。三年生のときは、地元の工場で六か月間の実習を行い、"
        + "治具の製作と品質検査を担当しました。寸法公差〇・〇二ミリの部品を毎日四十個仕上げ、不良率を三パーセントから一パーセントに下げることができました。"
        + "「安全第一」を心がけ、作業の前には必ず指差し確認を行っています。日本語は学校で二年間学び、ＪＬＰＴのＮ４に合格しました。現在はＮ３の合格を目指して、"
        + "毎晩一時間、漢字と聴解を勉強しています。日本の工場で、五軸加工やＣＮＣプログラムの技術を身につけ、将来は後輩を指導できる技術者になりたいと考えています。";

    private static readonly string[] GivenNames = ["Dyah", "Bagas", "Ni Luh", "Teuku", "Maria", "Agus", "Siti", "Yohanes", "Rahmat", "Putri", "Wayan", "Fitri", "Joko", "Lestari", "Daniel"];
    private static readonly string[] OtherNames = ["Kusumaningrum", "Prasetyo", "Handayani", "Simanjuntak", "Wulandari", "Nugroho", "Rahmawati", "Lumban Gaol", "Saputra", "Anggraini", "Setiawan"];
    private static readonly string[] Kana = ["ディヤ", "バガス", "ニ・ルー", "テウク", "マリア", "アグス", "シティ", "ヨハネス", "ラフマット", "プトリ", "ワヤン"];
    private static readonly string[] Works = ["rangka meja", "teralis jendela", "rak gudang", "panel listrik", "jaringan kantor", "poros bertingkat", "seragam kerja", "gambar rumah", "cetakan plastik", "mesin bubut", "kolam lele"];
    private static readonly string[] Deeds = ["Mengukur", "Memotong", "Menyusun", "Memeriksa", "Memasang", "Mencatat", "Menghitung", "Merakit", "Menguji", "Menyerahkan"];
    private static readonly string[] Subjects = ["Gambar Teknik", "Teknik Pemesinan Bubut", "Teknik Pemesinan Frais", "Teknik CNC", "Pengukuran", "Bahasa Inggris", "Bahasa Jepang", "Matematika", "Kewirausahaan"];

    /// <summary>Written by hand: a serializer that learns its types at the start would be a good part of what the first paper is measured to take.</summary>
    public byte[] Attachment
    {
        get
        {
            var bytes = new ArrayBufferWriter<byte>(2048);
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                json.WriteString(nameof(Name), Name);
                Write(json, nameof(Facts), [Facts]);
                Write(json, nameof(Marks), Marks);
                Write(json, nameof(Certificates), Certificates);
                json.WriteString(nameof(Summary), Summary);
                json.WriteString(nameof(Address), Address);
                json.WriteEndObject();
            }
            return bytes.WrittenSpan.ToArray();
        }
    }

    public static CvBenchmarkContent Person(int number)
    {
        var random = new Random(number);
        var name = $"{Pick(random, GivenNames)} {Pick(random, OtherNames)} {Pick(random, OtherNames)}";
        var code = new string(random.GetItems("0123456789ABCDEFGHJKMNPQRSTVWXYZ".AsSpan(), 11));
        var address = $"https://folio.example/verify/{code[..5]}-{code[5..]}";
        var filling = new string(random.GetItems("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".AsSpan(), 260));
        return new CvBenchmarkContent(
            name,
            $"{Pick(random, Kana)}・{Pick(random, Kana)}（{Pick(random, Kana)}）",
            "저는 기계 가공을 배우고 있으며 한국어도 조금 할 수 있습니다.",
            string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(random))),
            [$"Jl. Contoh {Number(random.Next(1, 200))}, Sleman", $"+62 812 {Number(random.Next(1000, 9999))} {Number(random.Next(1000, 9999))}", $"siswa{Number(number)}@siswa.example", "Sleman, 12 Mei 2008"],
            [.. Subjects.Select(s => (IReadOnlyList<string>)[s, Number(random.Next(72, 99)), Number(random.Next(72, 99)), Sentence(random)[..32]])],
            [.. Enumerable.Range(0, 8).Select(i => (IReadOnlyList<string>)[$"{Pick(random, Deeds)} {Pick(random, Works)}", $"KK-{Number(random.Next(100000, 999999))}", $"{Number(1 + random.Next(28))} Mei 2026"])],
            [.. Enumerable.Range(0, 4).Select(i => ($"{Number(2022 + i)} – {Number(2023 + i)}", $"{Pick(random, Deeds)} {Pick(random, Works)}, CV {Pick(random, OtherNames)}", Sentence(random) + " " + Sentence(random)))],
            JapaneseText,
            address + "?register=5f3c91ab07de44c8a1b2c3d4e5f60718&school=99900001&on=2026-05-12&kind=drh&lang=id",
            address + "#" + filling);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStringValue(cell);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static string Sentence(Random random) =>
        $"{Pick(random, Deeds)} {Number(random.Next(2, 40))} {Pick(random, Works)}, lalu {Pick(random, Deeds).ToLowerInvariant()} {Pick(random, Works)} bersama regu dalam {Number(random.Next(2, 30))} hari.";

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
