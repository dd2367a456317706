using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Tells apart what Office keeps in its old container: documents of before 2007, and newer ones behind a password.</summary>
internal static class OldDocument
{
    private const int Step = 64 * 1024;

    public static string CodeOf(FileWalker file)
    {
        var mark = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[Step + mark.Length];
        for (long at = 0; at < file.Length; at += Step)
        {
            if (buffer.AsSpan(0, file.ReadAt(at, buffer)).IndexOf(mark) >= 0)
            {
                return RefusalCodes.EncryptedDocument;
            }
        }
        return RefusalCodes.OldDocument;
    }
}
