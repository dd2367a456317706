namespace SmkPortfolio.Pdf.Reading;

/// <summary>Objects packed into one stream: pairs of number and offset, then the values.</summary>
internal sealed class ObjectStream
{
    private readonly byte[] data;
    private readonly ReadingBudget budget;
    private readonly Dictionary<int, int> offsets = [];

    public ObjectStream(byte[] data, PdfValue count, PdfValue first, ReadingBudget budget)
    {
        this.data = data;
        this.budget = budget;
        if (count is not PdfNumber { IsInteger: true, Value: >= 0 } n || first is not PdfNumber { IsInteger: true, Value: >= 0 } start || start.Value > data.Length || n.Value > data.Length)
        {
            throw new PdfFormatException("an object stream is broken");
        }

        var parser = new ObjectParser(data, isFile: false, budget);
        for (var i = 0; i < n.Value; i++)
        {
            budget.SpendValue();
            var id = parser.ReadInteger();
            offsets[id] = (int)Math.Min(int.MaxValue, (long)start.Value + parser.ReadInteger());
        }
    }

    public PdfValue Read(int id)
    {
        if (!offsets.TryGetValue(id, out var offset) || offset < 0 || offset >= data.Length)
        {
            throw new PdfFormatException("an object is missing in its object stream");
        }

        return new ObjectParser(data, isFile: false, budget) { Position = offset }.ReadValue();
    }
}
