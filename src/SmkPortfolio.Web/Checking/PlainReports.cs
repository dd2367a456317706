using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.Web.Checking;

/// <summary>Reports where there is no file to check: nothing was looked at, and they say so.</summary>
public sealed class PlainReports(TimeProvider clock, IStringLocalizer<PlainReports> texts)
{
    public VerificationReport NotIssuedHere() =>
        Of(Verdict.Altered, "not-issued-here", texts["No document with this code was issued here. Compare the code with the paper; ask the holder for the original file."]);

    public VerificationReport FileUnavailable() =>
        Of(Verdict.NotCheckable, "file-unavailable", texts["This code is known here, but the issued file cannot be read right now. Try again later, or check the file itself."]);

    private VerificationReport Of(Verdict verdict, string code, string reason) => new()
    {
        Verdict = verdict,
        ReasonCode = code,
        Reason = reason,
        CheckedAt = clock.GetUtcNow(),
        Issuer = new ReportIssuer(null, null, null),
        Checks = [.. CheckName.All.Select(name => new ReportCheck(name, CheckState.Unchecked, null))],
    };
}
