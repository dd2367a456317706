using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>A file of ours that was entered in the log, with the salt that stays with it.</summary>
/// <param name="Sha256">Of the exact bytes.</param>
public sealed record LoggedFile(LogKind Kind, DateTime At, byte[] Salt, byte[] Sha256)
{
    public static LoggedFile Of(IssuedCredential credential) => Of(credential.Kind, credential.IssuedAt, credential.LogSalt, credential.Sha256);

    public static LoggedFile Of(CredentialKind kind, DateTime at, byte[] salt, string sha256) =>
        new(kind == CredentialKind.Endorsement ? LogKind.Endorsement : LogKind.Credential, at, salt, Convert.FromHexString(sha256));

    public static LoggedFile Of(LoggedRegister register) =>
        new(LogKind.Register, register.At, register.LogSalt, SHA256.HashData(Encoding.ASCII.GetBytes(register.Jws)));

    /// <summary>True when these are the bytes that were entered.</summary>
    public bool Is(ReadOnlySpan<byte> file) => SHA256.HashData(file).AsSpan().SequenceEqual(Sha256);

    /// <summary>The 42 bytes that stand in the log.</summary>
    public byte[] Entry() => LogEntry.Published(Kind, new DateTimeOffset(At, TimeSpan.Zero), Salt, Sha256);
}
