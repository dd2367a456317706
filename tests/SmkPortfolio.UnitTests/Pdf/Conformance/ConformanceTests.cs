using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>Every kind of block keeps the rules, and every rule is broken once by a file of its own.</summary>
public class ConformanceTests
{
    private static readonly TextStyle Body = new(9.5f, 14, Color.Black);
    private static readonly Lazy<byte[]> Sound = new(() => PdfWriter.Write(Everything(), Seals.Throwaway()));

    /// <summary>Each break changes one thing of a sound file. A rule with several halves is broken once for each: what stands after the colon is the half.</summary>
    private static readonly Dictionary<string, Action<PdfModel>> Breaks = new(StringComparer.Ordinal)
    {
        ["language"] = m => m.Catalog.Remove("/Lang"),
        ["title-shown"] = m => m.Dictionary(m.Catalog["/ViewerPreferences"])["/DisplayDocTitle"] = false,
        ["marked"] = m => m.Catalog.Remove("/MarkInfo"),
        ["no-actions"] = m => m.Catalog["/OpenAction"] = new JsonObject { ["/S"] = "/JavaScript", ["/JS"] = "u:app.alert(1)" },
        ["output-intent"] = m => m.Catalog.Remove("/OutputIntents"),
        ["xmp"] = m => Xmp(m, "<?xpacket begin", "<?packet begin"),
        ["pdfa-part"] = m => Xmp(m, "<pdfaid:part>3", "<pdfaid:part>2"),
        ["pdfa-level"] = m => Xmp(m, "conformance>A<", "conformance>B<"),
        ["pdfua-part"] = m => Xmp(m, "<pdfuaid:part>1</pdfuaid:part>", ""),
        ["extension-schema"] = m => Xmp(m, "<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>other"),
        ["title-equal"] = m => m.Dictionary(m.Trailer["/Info"])["/Title"] = "u:Another",
        ["author-equal"] = m => m.Dictionary(m.Trailer["/Info"])["/Author"] = "u:Another",
        ["creator-equal"] = m => m.Dictionary(m.Trailer["/Info"])["/Creator"] = "u:Another",
        ["producer-equal"] = m => Xmp(m, "<pdf:Producer>", "<pdf:Producer>Not "),
        ["attachment-name"] = m => File(m).Remove("/UF"),
        ["attachment-description"] = m => File(m).Remove("/Desc"),
        ["attachment-relationship"] = m => File(m)["/AFRelationship"] = "/Friend",
        ["attachment-listed"] = m => m.Catalog.Remove("/AF"),
        ["attachment-type"] = m => m.Dictionary(m.Dictionary(File(m)["/EF"])["/F"]).Remove("/Subtype"),
        ["attachment-date"] = m => m.Dictionary(m.Dictionary(m.Dictionary(File(m)["/EF"])["/F"])["/Params"]).Remove("/ModDate"),
        ["structure"] = m => m.Dictionary(m.Catalog["/StructTreeRoot"]).Remove("/K"),
        ["document-root"] = m => Element(m, "/Document")["/S"] = "/Sect",
        ["standard-type"] = m => Element(m, "/Caption")["/S"] = "/Remark",
        ["figure-alternative"] = m => Element(m, "/Figure").Remove("/Alt"),
        ["form-alternative"] = m => Element(m, "/Form").Remove("/Alt"),
        ["cell-in-row"] = m => Element(m, "/TR")["/S"] = "/Sect",
        ["row-in-table"] = m => Element(m, "/TBody")["/S"] = "/Sect",
        ["item-in-list"] = m => Element(m, "/L")["/S"] = "/Sect",
        ["body-in-item"] = m => Element(m, "/LI")["/S"] = "/Sect",
        ["header-scope"] = m => Element(m, "/TH").Remove("/A"),
        ["part-language"] = m => Element(m, "/Sect")["/S"] = "/Part",
        ["heading-levels"] = m => Element(m, "/H2")["/S"] = "/H3",
        ["table-regular"] = m => m.Array(Element(m, "/TR")["/K"]).RemoveAt(0),
        ["link-element"] = m => m.Array(Element(m, "/Link")["/K"]).RemoveAt(1),
        ["marks-balanced"] = m => Content(m, c => c + "\n/Artifact BMC\n"),
        ["painted-in-marks"] = m => Content(m, c => c + "\n0 0 1 1 re f\n"),
        ["no-notdef"] = m => Content(m, c => c + "\n/Artifact BMC BT [(\0\0)]TJ ET EMC\n"),
        ["mark-unique"] = m => Content(m, c => c.Replace("<</MCID 1>>", "<</MCID 0>>", StringComparison.Ordinal)),
        ["mark-owned"] = m => Content(m, c => c + "\n/P <</MCID 9999>>BDC EMC\n"),
        ["mark-exists"] = m => Content(m, c => c.Replace("<</MCID 1>>BDC", "<</XCID 1>>BDC", StringComparison.Ordinal)),
        ["parent-tree"] = m => Swap(m.Array(m.Array(m.Dictionary(m.Dictionary(m.Catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"])[1])),
        ["image-interpolation"] = m => m.All().First(o => (string?)o.Dictionary["/Subtype"] == "/Image").Dictionary["/Interpolate"] = true,
        ["color-space"] = m => Content(m, c => c + "\n0 0 0 1 k\n"),
        ["color-space: of a picture"] = m => Picture(m, isStencil: false)["/ColorSpace"] = "/DeviceCMYK",
        ["color-space: none of a picture"] = m => Picture(m, isStencil: false).Remove("/ColorSpace"),
        ["color-space: of a stencil"] = m => Picture(m, isStencil: true)["/ColorSpace"] = "/DeviceGray",
        ["tab-order"] = m => m.Pages()[0].Dictionary.Remove("/Tabs"),
        ["annotation-printed"] = m => Annotation(m, "/Link")["/F"] = 0,
        ["annotation-not-hidden"] = m => Annotation(m, "/Widget")["/F"] = 134,
        ["link-contents"] = m => Annotation(m, "/Link").Remove("/Contents"),
        ["link-in-element"] = m => Element(m, "/Link")["/S"] = "/Span",
        ["widget-in-form"] = m => Element(m, "/Form")["/S"] = "/Div",
        ["widget-name"] = m => Annotation(m, "/Widget").Remove("/TU"),
        ["appearance"] = m => Annotation(m, "/Widget")["/Rect"] = new JsonArray(10, 10, 50, 20),
        ["annotation-parent"] = m => Annotation(m, "/Link")["/StructParent"] = 4711,
        ["font-embedded"] = m => m.OfType("/FontDescriptor").First().Dictionary.Remove("/FontFile2"),
        ["font-subset-name"] = m => Font(m)["/BaseFont"] = "/NotoSans",
        ["font-names-equal"] = m => Font(m)["/BaseFont"] = "/AAAAAA+NotoSans",
        ["font-to-unicode"] = m => Font(m).Remove("/ToUnicode"),
        ["font-glyph-map"] = m => m.Dictionary(m.Array(Font(m)["/DescendantFonts"])[0]).Remove("/CIDToGIDMap"),
        ["font-widths"] = m => m.Array(m.Array(m.Dictionary(m.Array(Font(m)["/DescendantFonts"])[0])["/W"])[1])[0] = 4711,
        ["to-unicode-forbidden"] = m => Map(m, "FEFF"),
        ["to-unicode-radicals"] = m => Map(m, "2F2D"),
        ["to-unicode-ligatures"] = m => Map(m, "FB01"),
    };

    /// <summary>What cannot be broken through objects is broken in the bytes.</summary>
    private static readonly Dictionary<string, Func<byte[], byte[]>> ByteBreaks = new(StringComparer.Ordinal)
    {
        ["header"] = bytes => [.. "%PDF-1.7\n%abcd"u8, .. bytes[14..]],
        ["id"] = bytes => Replaced(bytes, "/ID[", "/IX["),
        ["not-encrypted"] = Encrypted,
    };

    public static TheoryData<string> Rules => [.. Breaks.Keys.Concat(ByteBreaks.Keys)];

    [Fact]
    public void A_file_with_every_kind_of_block_keeps_all_rules()
    {
        Assert.Empty(Conformance.Check(Sound.Value));
        Assert.Empty(Conformance.Check(PdfWriter.Write(Everything() with { Watermark = "PRATINJAU" }, null)));
        Assert.Empty(Conformance.Check(PdfModel.Load(Sound.Value).Write()));
    }

    [Fact]
    public void A_bound_file_keeps_all_rules()
    {
        var file = new BoundFile { Title = "Kelas & <XII>", Author = "SMK", Language = "id", Creator = "t", Created = DateTimeOffset.UnixEpoch, Id = new byte[16], Attachments = [Samples.Attachment()] };

        Assert.Empty(Conformance.Check(PdfWriter.WriteBound([Everything(), Samples.Document(90, "Budi", "en"), Everything()], file, Seals.Throwaway())));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_file_that_breaks_a_rule_is_found(string rule)
    {
        var broken = Broken(rule);

        Assert.Contains(Conformance.Check(broken), finding => finding.Rule == rule.Split(':')[0]);
    }

    private static byte[] Broken(string rule)
    {
        if (ByteBreaks.TryGetValue(rule, out var change))
        {
            return change(PdfWriter.Write(Everything(), null));
        }

        var model = PdfModel.Load(Sound.Value);
        Breaks[rule](model);
        return model.Write();
    }

    private static PdfDocument Everything() => Samples.Document(60, "Siti <&> 山田", attachments: Samples.Attachment()) with
    {
        Content = new Column(
            8,
            Samples.Document(60, "Siti <&> 山田 홍길동").Content,
            new Text("Keterangan", Body) { Role = TextRole.Caption },
            GridTests.Form,
            new PageBreak(),
            new Row(4, RowCell.Fixed(60, new Image(TestPicture.Jpeg, 60, 40, "Foto") { Fit = ImageFit.Contain }), RowCell.Share(new Image(TestPicture.Png(6, new byte[16]), 20, 20, "Cap"))),
            new Bitmap([0b1100_0000, 0b0110_0000], 4, 2, 40, 20, "Kotak"),
            new Layers(new Drawing(30, 30, 1, 1), new Text("印", Body with { Typeface = Typeface.Mincho })),
            new Fit(new Text("Sangat panjang untuk tempat yang sempit ini", Body) { ShrinkTo = 6 }, 14),
            new Text("機械加工を学びました。PLC制御とRobot操作、安全に作業することを大切にしています。葛󠄀城市の𠮷田です。か\u309A", Body) { Align = TextAlign.Justify, Language = "ja" },
            new Section(new Text("저는 기계를 배우고 있습니다", Body with { Bold = true })) { Language = "ko" }),
    };

    private static void Xmp(PdfModel model, string from, string to) => model.Edit(model.Catalog["/Metadata"]!, text => Replaced(text, from, to));

    private static JsonObject File(PdfModel model) => model.OfType("/Filespec").First().Dictionary;

    private static JsonObject Element(PdfModel model, string type) => model.OfType("/StructElem").First(e => (string?)e.Dictionary["/S"] == type).Dictionary;

    private static JsonObject Annotation(PdfModel model, string type) => model.OfType("/Annot").First(e => (string?)e.Dictionary["/Subtype"] == type).Dictionary;

    /// <summary>A stencil lets the colour of the moment through and has no colours of its own.</summary>
    private static JsonObject Picture(PdfModel model, bool isStencil) => model.All().First(o => (string?)o.Dictionary["/Subtype"] == "/Image" && ((bool?)o.Dictionary["/ImageMask"] == true) == isStencil).Dictionary;

    private static JsonObject Font(PdfModel model) => model.OfType("/Font").First(e => (string?)e.Dictionary["/Subtype"] == "/Type0").Dictionary;

    private static void Map(PdfModel model, string target) => model.Edit(Font(model)["/ToUnicode"]!, text => text[..(text.IndexOf("beginbfchar\n<0001><", StringComparison.Ordinal) + 19)] + target + text[(text.IndexOf("beginbfchar\n<0001><", StringComparison.Ordinal) + 23)..]);

    private static void Content(PdfModel model, Func<string, string> change) => model.Edit(model.Pages()[0].Dictionary["/Contents"]!, change);

    private static void Swap(JsonArray array) => (array[0], array[1]) = (array[1]!.DeepClone(), array[0]!.DeepClone());

    private static string Replaced(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private static byte[] Replaced(byte[] bytes, string from, string to) => Encoding.Latin1.GetBytes(Replaced(Encoding.Latin1.GetString(bytes), from, to));

    private static byte[] Encrypted(byte[] bytes)
    {
        using var folder = new WorkFolder();
        Tool.Run("qpdf", "--encrypt", "", "owner", "256", "--", folder.Write("a.pdf", bytes), folder["b.pdf"]);
        return System.IO.File.ReadAllBytes(folder["b.pdf"]);
    }
}
