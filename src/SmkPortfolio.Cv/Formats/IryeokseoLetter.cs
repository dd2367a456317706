using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The 자기소개서: four texts of the holder under their usual headings.</summary>
internal sealed class IryeokseoLetter(CvContent content)
{
    private const float LeastHeight = 144;
    private readonly Wording words = new(content);

    public IEnumerable<Block> Render()
    {
        yield return new Text("자 기 소 개 서", IryeokseoLook.Title) { Role = TextRole.Heading1, Align = TextAlign.Center };
        yield return new Text($"성명 : {content.Person.LocalName ?? content.Person.PassportName ?? content.Person.Name}", IryeokseoLook.Body) { Align = TextAlign.End, Field = "person.name" };
        (string Title, string Key)[] parts =
        [
            ("성장과정", CvStatements.Upbringing), ("성격의 장단점", CvStatements.Character), ("지원동기", CvStatements.Motivation), ("입사 후 포부", CvStatements.Ambition),
        ];
        foreach (var (title, key) in parts)
        {
            var field = CvMissingCodes.Statement(key);
            yield return new Grid(
                [RirekishoLook.Width],
                [new GridRow(21), new GridRow(LeastHeight, Grows: true)],
                [
                    new GridCell(0, 0, new Text(title, IryeokseoLook.Heading)) { Header = CellHeader.Column, Fill = IryeokseoLook.Ground, Padding = Insets.Of(8, 2) },
                    new GridCell(1, 0, new Text([words.Of(content.Statements.GetValueOrDefault(key) ?? "", field)], IryeokseoLook.Letter) { Field = field }) { Vertical = VerticalAlign.Top, Padding = Insets.Of(10, 8) },
                ])
            { Outer = IryeokseoLook.Frame, Inner = FormLook.Thin };
        }
    }
}
