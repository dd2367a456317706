namespace SmkPortfolio.Credentials.Verification;

/// <summary>The checks of one document as they come in; what never comes in stays unchecked.</summary>
internal sealed class CheckSheet
{
    private readonly Dictionary<string, (CheckState State, string? Code, IReadOnlyList<object?> Arguments)> _checks = new(StringComparer.Ordinal);

    public bool AnyFailed => _checks.Values.Any(c => c.State == CheckState.Failed);

    public bool AnyUnchecked => CheckName.All.Any(name => StateOf(name) == CheckState.Unchecked);

    public CheckState StateOf(string name) => _checks.TryGetValue(name, out var check) ? check.State : CheckState.Unchecked;

    public void Set(string name, CheckState state, string? code = null, params IReadOnlyList<object?> arguments) =>
        _checks[name] = (state, code, arguments);

    public void TakeFrom(CheckSheet other, params IEnumerable<string> names)
    {
        foreach (var name in names)
            if (other._checks.TryGetValue(name, out var check)) _checks[name] = check;
    }

    public IReadOnlyList<ReportCheck> Report(string language) => [.. CheckName.All.Select(name =>
        _checks.TryGetValue(name, out var check)
            ? new ReportCheck(name, check.State, check.Code is null ? null : ReasonTexts.Text(check.Code, language, check.Arguments))
            : new ReportCheck(name, CheckState.Unchecked, null))];
}
