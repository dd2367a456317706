using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials;

/// <summary>Who issued it, by the register and not by the document's own words.</summary>
public sealed record ReportIssuer(string? Name, string? Npsn, string? Did);

/// <summary>One line of a paper: what, on whose word, and whether that still stands.</summary>
public sealed record ReportLine(string Kind, string Title, string Word, LineState State, DateTimeOffset? Since, string? Reason);

/// <summary>One check and how it ended.</summary>
public sealed record ReportCheck(string Name, CheckState State, string? Detail);

/// <summary>What a reader is told: one verdict with its reason and next step, three times, and every check by itself.</summary>
public sealed record VerificationReport
{
    public required Verdict Verdict { get; init; }

    /// <summary>Stable code of the reason.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>One sentence and one next step, in the language asked for.</summary>
    public required string Reason { get; init; }

    /// <summary>When the proof was made.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>When the status list that was read was signed.</summary>
    public DateTimeOffset? StatusAsOf { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    public required ReportIssuer Issuer { get; init; }

    /// <summary>The holder's name as signed; null unless a known issuer signed it.</summary>
    public string? SubjectName { get; init; }

    /// <summary>The title as signed; null unless a known issuer signed it.</summary>
    public string? Title { get; init; }

    /// <summary>A paper's public code; null unless a known issuer signed it.</summary>
    public string? Code { get; init; }

    public IReadOnlyList<ReportLine> Lines { get; init; } = [];

    public required IReadOnlyList<ReportCheck> Checks { get; init; }

    /// <summary>The state of one check.</summary>
    public CheckState StateOf(string check) => Checks.FirstOrDefault(c => c.Name == check)?.State ?? CheckState.Unchecked;

    /// <summary>The body of <c>POST /api/v1/verify</c> and of <c>smkverify --json</c>.</summary>
    public byte[] ToJson() => JsonWrite.Bytes(new JsonObject
    {
        ["verdict"] = WireNames.Of(Verdict),
        ["reasonCode"] = ReasonCode,
        ["reason"] = Reason,
        ["signedAt"] = Time(SignedAt),
        ["statusAsOf"] = Time(StatusAsOf),
        ["checkedAt"] = Time(CheckedAt),
        ["issuer"] = new JsonObject { ["name"] = Issuer.Name, ["npsn"] = Issuer.Npsn, ["did"] = Issuer.Did },
        ["lines"] = JsonWrite.Array(Lines.Select(line => new JsonObject
        {
            ["kind"] = line.Kind,
            ["title"] = line.Title,
            ["word"] = line.Word,
            ["state"] = WireNames.Of(line.State),
            ["since"] = Time(line.Since),
            ["reason"] = line.Reason,
        })),
        ["checks"] = JsonWrite.Array(Checks.Select(check => new JsonObject
        {
            ["name"] = check.Name,
            ["state"] = WireNames.Of(check.State),
            ["detail"] = check.Detail,
        })),
    });

    private static string? Time(DateTimeOffset? value) => value is { } instant ? Timestamp.Utc(instant) : null;
}
