using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Credentials.Sealing;
using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials;

/// <summary>Checks a printed paper: its seal, the credential and snapshot inside, and each line's credential.</summary>
public static class PaperVerifier
{
    private const string CredentialName = "credential.json";
    private const string SnapshotName = "snapshot.json";

    /// <summary>The report on one paper. Never throws because of the file.</summary>
    public static async Task<VerificationReport> VerifyAsync(PaperValues paper, VerificationContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(context);
        return await new Run(paper, context).VerifyAsync(ct);
    }

    private sealed class Run(PaperValues paper, VerificationContext context)
    {
        private readonly CheckSheet _checks = new();
        private readonly List<Ground> _grounds = [];
        private readonly List<ReportLine> _lines = [];
        private CredentialFinding? _credential;
        private Snapshot? _snapshot;

        public async Task<VerificationReport> VerifyAsync(CancellationToken ct)
        {
            LogChecker.Begin(_checks, context);
            if (CheckSeal() is { } school) await CheckInsideAsync(school, ct);
            var report = ReportWriter.Write(context, _checks, _grounds, _credential);
            return report.Verdict is Verdict.Altered or Verdict.IssuerUnknown ? report : report with { Lines = _lines, Code = _snapshot?.Code };
        }

        private RegisterSchool? CheckSeal()
        {
            if (!paper.Parsed) return Fail(CheckName.Format, Verdict.Altered, "pdf-unreadable");
            _checks.Set(CheckName.Format, CheckState.Passed);
            if (!paper.HasSignature || paper.Cms is null) return Fail(CheckName.PdfSignature, Verdict.Altered, "not-signed");
            var seal = context.Memo.Of("seal", [.. Encoding.ASCII.GetBytes(paper.FileSha256), .. paper.Cms], () => SealReader.Read(paper.Cms, paper.SignedRanges));
            var school = context.Register?.Content.Schools.FirstOrDefault(s => s.PdfCertificateSha256.Intersect(seal.CertificateSha256, StringComparer.OrdinalIgnoreCase).Any());
            var stolen = context.Register?.Content.Schools.Any(s => s.CompromisedPdfCertificateSha256.Intersect(seal.CertificateSha256, StringComparer.OrdinalIgnoreCase).Any()) == true;
            if (stolen) return Fail(CheckName.PdfSignature, Verdict.Altered, "seal-compromised");
            if (seal.Outcome == SealOutcome.Broken || (seal.Outcome == SealOutcome.NotSupported && school is not null))
                return Fail(CheckName.PdfSignature, Verdict.Altered, "seal-broken");
            if (seal.Outcome == SealOutcome.Sound) _checks.Set(CheckName.PdfSignature, CheckState.Passed);
            if (!paper.CoversWholeFile) return Fail(CheckName.PdfCoverage, Verdict.Altered, "partly-signed");
            _checks.Set(CheckName.PdfCoverage, CheckState.Passed);
            if (seal.Outcome == SealOutcome.NotSupported) return Leave(CheckName.PdfSignature, Verdict.NotCheckable, "method-not-supported");
            if (context.Register is null) return Leave(CheckName.Register, Verdict.IssuerUnknown, "no-register");
            return school ?? Fail(CheckName.Register, Verdict.IssuerUnknown, "seal-not-in-register");
        }

        private async Task CheckInsideAsync(RegisterSchool school, CancellationToken ct)
        {
            if (Attachment(CredentialName) is not { } credential || Attachment(SnapshotName) is not { } snapshot)
            {
                Fail(CheckName.Snapshot, Verdict.Altered, "snapshot-mismatch");
                return;
            }
            var stapled = paper.Attachments.Where(a => a.Name.StartsWith("status-", StringComparison.Ordinal)).Select(a => a.Bytes);
            if (context.Sources.Online) await StatusNeeds.AnnounceAsync(Lines().Prepend(credential), context, ct);
            var checker = new CredentialChecker(context, new StatusBook(context, stapled));
            _credential = await checker.CheckAsync(credential, ct);
            await LogChecker.CheckAsync(_credential, credential, context, ct);
            _checks.TakeFrom(_credential.Checks, CheckName.All.Where(n => n is not (CheckName.PdfSignature or CheckName.PdfCoverage or CheckName.Snapshot)));
            _grounds.AddRange(_credential.Grounds);
            if (_credential.Issuer is null) return;
            if (_credential.Issuer.Did != school.Did)
            {
                Fail(CheckName.PdfSignature, Verdict.Altered, "seal-of-another");
                return;
            }
            if (!await CheckSnapshotAsync(_credential.Document!, snapshot, ct)) return;
            await CheckLinesAsync(checker, ct);
        }

        private async Task<bool> CheckSnapshotAsync(CredentialDocument credential, ReadOnlyMemory<byte> file, CancellationToken ct)
        {
            var digest = "sha256-" + Convert.ToBase64String(SHA256.HashData(file.Span));
            var pins = credential.Evidence.Where(e => e.Id == credential.Id + "#snapshot").ToList();
            _snapshot = Snapshot.Read(file);
            var agrees = credential.IsPortfolio && pins.Count == 1 && pins[0].DigestSri == digest
                && _snapshot is not null && _snapshot.Name.Normalize() == credential.SubjectName?.Normalize();
            if (!agrees)
            {
                Fail(CheckName.Snapshot, Verdict.Altered, "snapshot-mismatch");
                return false;
            }
            var issued = context.Sources.Online ? await context.Sources.IssuedFileSha256Async(_snapshot!.Code, ct) : null;
            if (issued is not null && !string.Equals(issued, paper.FileSha256, StringComparison.OrdinalIgnoreCase))
            {
                Fail(CheckName.Snapshot, Verdict.Altered, "other-file");
                return false;
            }
            _checks.Set(CheckName.Snapshot, CheckState.Passed);
            return true;
        }

        private async Task CheckLinesAsync(CredentialChecker checker, CancellationToken ct)
        {
            var byDigest = Lines()
                .GroupBy(bytes => Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
            var endorsements = CheckState.NotApplicable;
            var (batch, compared, pinned) = (0, 0, 0);
            foreach (var line in _snapshot!.Lines)
            {
                if (line.Word == "self")
                {
                    _lines.Add(new ReportLine(line.Kind, line.Title, line.Word, LineState.Current, null, null));
                    continue;
                }
                if (line.Digest is null || !byDigest.TryGetValue(line.Digest, out var file))
                {
                    Fail(CheckName.Snapshot, Verdict.Altered, "line-broken", line.Title);
                    return;
                }
                var finding = await checker.CheckAsync(file, ct);
                if (finding.Document?.Id != line.CredentialId || finding.Document is not { IsBadge: true })
                {
                    Fail(CheckName.Snapshot, Verdict.Altered, "line-broken", line.Title);
                    return;
                }
                if (finding.Checks.StateOf(CheckName.Evidence) == CheckState.Failed)
                {
                    Fail(CheckName.Evidence, Verdict.Altered, "evidence-altered");
                    return;
                }
                compared += finding.EvidenceCompared;
                pinned += finding.EvidencePinned;
                var (told, ground) = LineJudge.Judge(line, finding, context.Language);
                _lines.Add(told);
                if (ground is not null) _grounds.Add(ground);
                batch += finding.Endorsements.Count(e => e.IsBatch && e.Standing == EndorsementStanding.Counts);
                endorsements = Worse(endorsements, finding.Checks.StateOf(CheckName.Endorsements));
            }
            EvidenceChecker.Tell(_checks, compared, pinned);
            _checks.Set(CheckName.Endorsements, endorsements, endorsements == CheckState.NotApplicable ? "no-endorsements" : batch > 0 ? "paper-batch" : null, batch);
        }

        private static CheckState Worse(CheckState a, CheckState b)
        {
            CheckState[] order = [CheckState.Failed, CheckState.Unchecked, CheckState.Passed, CheckState.NotApplicable];
            return Array.IndexOf(order, a) < Array.IndexOf(order, b) ? a : b;
        }

        private IEnumerable<ReadOnlyMemory<byte>> Lines() =>
            paper.Attachments.Where(a => a.Name.StartsWith("line-", StringComparison.Ordinal)).Select(a => a.Bytes);

        // Two attachments of one name would let two readers see two things.
        private ReadOnlyMemory<byte>? Attachment(string name)
        {
            var found = paper.Attachments.Where(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            return found.Count == 1 && found[0].Name == name ? found[0].Bytes : default(ReadOnlyMemory<byte>?);
        }

        private RegisterSchool? Fail(string check, Verdict verdict, string code, params object?[] arguments)
        {
            _checks.Set(check, CheckState.Failed, code, arguments);
            _grounds.Add(new Ground(verdict, code, arguments));
            return null;
        }

        private RegisterSchool? Leave(string check, Verdict verdict, string code)
        {
            _checks.Set(check, CheckState.Unchecked, code);
            _grounds.Add(new Ground(verdict, code));
            return null;
        }
    }
}
