namespace SmkPortfolio.Credentials;

/// <summary>A credential that we would not want to have signed.</summary>
public sealed class CredentialLintException(string code, string where, Exception? inner = null)
    : Exception($"{code}: {where}", inner)
{
    /// <summary>A stable code, such as <c>status-missing</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The member it is about.</summary>
    public string Where { get; } = where;
}
