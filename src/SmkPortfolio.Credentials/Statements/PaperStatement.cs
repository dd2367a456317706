namespace SmkPortfolio.Credentials;

/// <summary>A line of a printed statement.</summary>
/// <param name="Kind"><c>project</c>, <c>certification</c>, <c>internship</c> or <c>teaching-factory</c>.</param>
/// <param name="Title">Perhaps shortened, then with an ellipsis at its end.</param>
/// <param name="Word"><c>self</c>, <c>teacher</c>, <c>company</c> or <c>certificate</c>.</param>
public sealed record StatementLine(string Kind, string Title, string Word);

/// <summary>What a paper says of itself in its second code: enough to compare with the print, signed by the school.</summary>
/// <param name="Code">The paper's serial, without hyphen.</param>
/// <param name="Format">E.g. <c>drh</c>.</param>
/// <param name="IssuedAt">To the second.</param>
/// <param name="Lines">At most three.</param>
public sealed record PaperStatement(string Code, string Name, string Npsn, string Format, DateTimeOffset IssuedAt, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>More lines than these do not fit beside a name.</summary>
    public const int MostLines = 3;

    internal static readonly string[] Kinds = ["project", "certification", "internship", "teaching-factory"];
    internal static readonly string[] Words = ["self", "teacher", "company", "certificate"];
}

/// <summary>A text that is no printed statement of ours; <see cref="Exception.Message"/> is a stable code.</summary>
public sealed class StatementException(string code) : Exception(code);
