namespace SmkPortfolio.Pdf.Reading;

/// <summary>
/// How much may be read out of one file, all its objects together. A value costs many times the bytes it is written with, and the same
/// bytes can be read as part of many objects, so neither is bounded by the length of the file.
/// </summary>
internal sealed class ReadingBudget
{
    /// <summary>Numbers, names, items and members: our largest papers have some thousands.</summary>
    public const int MaxValues = 500_000;

    // Streams are stepped over, so that of an honest file little is read at all.
    private const long MaxBytes = 64L * 1024 * 1024;

    private int values = MaxValues;
    private long bytes = MaxBytes;

    public void SpendValue()
    {
        if (--values < 0)
        {
            throw new PdfFormatException("the file holds more values than we accept");
        }
    }

    public void SpendBytes(int count)
    {
        bytes -= count;
        if (bytes < 0)
        {
            throw new PdfFormatException("the file makes us read the same bytes too often");
        }
    }
}
