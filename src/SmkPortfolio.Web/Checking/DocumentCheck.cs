using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Checking;

/// <summary>Checks bytes against our register, with status and state from our database, for the reader's language.</summary>
public sealed class DocumentCheck(AppDb db, RegisterCache register, WebStatusSources sources, CheckMemo memo, TimeProvider clock)
{
    /// <summary>Checks what somebody handed in; nothing of it is remembered.</summary>
    /// <exception cref="UnknownKindException">Neither PDF, JSON, JWT, PNG nor ZIP.</exception>
    public Task<VerificationReport> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancel) => RunAsync(file, new CheckMemo(), cancel);

    /// <summary>Checks the stored file of a paper of ours. What follows from its bytes alone is worked out once, whoever asks next.</summary>
    public Task<VerificationReport> RunAsync(CvDocument paper, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        sources.Knows(paper.Code, paper.PdfSha256);
        return RunAsync(file, memo, cancel);
    }

    private async Task<VerificationReport> RunAsync(ReadOnlyMemory<byte> file, CheckMemo known, CancellationToken cancel)
    {
        await HoldConnectionAsync(cancel);
        sources.Memo = known;
        try
        {
            var published = await register.CurrentAsync(db, cancel);
            var context = new VerificationContext(published?.Register, sources, clock.GetUtcNow(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { Memo = known };
            // A register that cannot be had names nobody: that is our trouble and says nothing about the issuer.
            return published is null && FileKinds.Of(file.Span) != FileKind.Unknown
                ? CredentialVerifier.Refused(context, Verdict.NotCheckable, "register-unavailable")
                : await DocumentVerifier.VerifyAsync(file, context, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>One connection for all questions of a check. When it cannot be had, each of them finds out by itself and says so.</summary>
    private async Task HoldConnectionAsync(CancellationToken cancel)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
        }
    }
}
