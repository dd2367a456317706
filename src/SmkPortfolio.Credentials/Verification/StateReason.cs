namespace SmkPortfolio.Credentials.Verification;

internal static class StateReason
{
    /// <summary>The school's reason in the reader's language, or in the other one rather than none.</summary>
    public static string? Of(StateContent state, string language) =>
        language.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? state.ReasonId ?? state.ReasonEn : state.ReasonEn ?? state.ReasonId;
}
