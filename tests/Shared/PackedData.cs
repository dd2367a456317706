namespace SmkPortfolio.Tests;

/// <summary>Beginnings of packed data that no sound program writes.</summary>
internal static class PackedData
{
    /// <summary>Two bytes by which zlib data asks for a dictionary agreed upon beforehand (RFC 1950, FDICT). To .NET that is no damage of the data.</summary>
    public static readonly byte[] WantDictionary = [0x78, 0x20];
}
