using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A picture of black and white squares, as a QR code is; its squares keep sharp edges however large they are shown.</summary>
/// <param name="Bits">Row after row, each in whole bytes: the first square in the highest bit, 1 for black.</param>
/// <param name="Columns">Squares in a row.</param>
/// <param name="Rows">Rows of squares.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Alternative">What is to be seen, in words.</param>
public sealed record Bitmap(byte[] Bits, int Columns, int Rows, float Width, float Height, string Alternative) : Figure(Width, Height)
{
    /// <summary>Bytes of a row of that many squares.</summary>
    public static int RowBytes(int columns) => (columns + 7) / 8;

    internal bool IsBlack(int column, int row) => (Bits[row * RowBytes(Columns) + column / 8] >> 7 - column % 8 & 1) != 0;

    private protected override string? Seen => Alternative;

    private protected override DrawOperation Ink => new DrawBitmap(this);
}
