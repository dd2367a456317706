using System.Globalization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.Web.Checking;

/// <summary>Checks bytes against our register, with status and state from our database, for the reader's language.</summary>
public sealed class DocumentCheck(RegisterCache register, WebStatusSources sources, CheckMemo memo, TimeProvider clock)
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
        var published = await register.CurrentAsync(cancel);
        var context = new VerificationContext(published?.Register, sources, clock.GetUtcNow(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) { Memo = known };
        return await DocumentVerifier.VerifyAsync(file, context, cancel);
    }
}
