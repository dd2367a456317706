using System.Globalization;
using System.Security;
using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>What the document says of itself: XMP with the marks of PDF/A-3a and PDF/UA-1, and the same in the old dictionary.</summary>
internal static class Metadata
{
    public const string Producer = "SmkPortfolio";

    public static string Date(DateTimeOffset time) => time.ToUniversalTime().ToString("'D:'yyyyMMddHHmmss'+00''00'''", CultureInfo.InvariantCulture);

    public static void WriteInformation(ByteSink sink, BoundFile file) =>
        sink.Raw("<</Title"u8).Text(file.Title).Raw("/Author"u8).Text(file.Author).Raw("/Creator"u8).Text(file.Creator)
            .Raw("/Producer"u8).Text(Producer).Raw("/CreationDate"u8).Text(Date(file.Created)).Raw("/ModDate"u8).Text(Date(file.Created)).Raw(">>"u8);

    public static byte[] Xmp(BoundFile file)
    {
        var time = file.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(file.Title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{Escape(file.Author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>{Escape(file.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{Escape(file.Creator)}</xmp:CreatorTool><xmp:CreateDate>{time}</xmp:CreateDate><xmp:ModifyDate>{time}</xmp:ModifyDate><pdf:Producer>{Producer}</pdf:Producer>
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """.ReplaceLineEndings("\n"));
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
