using System.Globalization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.Web.Checking;

/// <summary>Checks presented bytes against our register, with status and state from our database, for the reader's language.</summary>
public sealed class DocumentCheck(RegisterCache register, WebStatusSources sources, TimeProvider clock)
{
    /// <exception cref="UnknownKindException">Neither PDF, JSON, JWT, PNG nor ZIP.</exception>
    public async Task<VerificationReport> RunAsync(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var published = await register.CurrentAsync(cancel);
        var context = new VerificationContext(published?.Register, sources, clock.GetUtcNow(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return await DocumentVerifier.VerifyAsync(file, context, cancel);
    }
}
