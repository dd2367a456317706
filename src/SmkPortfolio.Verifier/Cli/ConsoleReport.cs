using System.Globalization;
using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>A report for people at a terminal. Text from the file is stripped of what a reader would not see before it is shown.</summary>
internal static class ConsoleReport
{
    public static async Task WriteAsync(TextWriter output, string path, VerificationReport report, ConsoleTexts texts)
    {
        await output.WriteLineAsync($"{path}: {texts.Word(WireNames.Of(report.Verdict))}");
        await output.WriteLineAsync($"  {Plain(report.Reason)}");
        await WriteFactAsync(output, texts.Issuer, report.Issuer.Name ?? (report.Issuer.Did is { } did ? string.Format(texts.Culture, texts.CallsItself, Plain(did)) : null));
        await WriteFactAsync(output, texts.Holder, report.SubjectName);
        await WriteFactAsync(output, texts.SignedAt, report.SignedAt is { } signed ? texts.Time(signed) : null);
        await WriteFactAsync(output, texts.StatusAsOf, report.StatusAsOf is { } asOf ? texts.Time(asOf) : null);
        await WriteFactAsync(output, texts.CheckedAt, texts.Time(report.CheckedAt));
        if (report.Lines.Count > 0) await output.WriteLineAsync($"  {texts.Lines}:");
        foreach (var line in report.Lines)
            await output.WriteLineAsync($"    {Plain(line.Title)} ({texts.Word(line.Word)}; {texts.Word(line.State)}{Reason(line)})");
        await output.WriteLineAsync($"  {texts.Checks}:");
        foreach (var check in report.Checks)
            await output.WriteLineAsync($"    {check.Name,-14} {texts.Word(WireNames.Of(check.State))}{(check.Detail is null ? "" : ": " + Plain(check.Detail))}");
    }

    private static string Reason(ReportLine line) => line.Reason is null ? "" : ": " + Plain(line.Reason);

    private static async Task WriteFactAsync(TextWriter output, string name, string? value)
    {
        if (value is not null) await output.WriteLineAsync($"  {name}: {Plain(value)}");
    }

    /// <summary>Without anything that moves the cursor, turns the direction of reading or is not seen.</summary>
    public static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format => "",
        _ => rune.ToString(),
    }));
}
