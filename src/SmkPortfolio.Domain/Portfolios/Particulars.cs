using SmkPortfolio.Domain.Reference;

namespace SmkPortfolio.Domain.Portfolios;

/// <summary>Facts about the student that only papers for abroad ask for. All optional; none is public; each is printed only where the paper's maker says so.</summary>
/// <param name="PassportName">As the passport has it, Latin letters.</param>
/// <param name="Gender"><c>male</c>, <c>female</c> or empty.</param>
/// <param name="Nationality">ISO 3166-1 code or empty.</param>
public sealed record Particulars(string PassportName, string Gender, string Nationality, string PostalCode, DateOnly? GraduatesOn)
{
    public const int NameMax = 120;
    public static readonly Particulars Empty = new("", "", "", "", null);

    public IEnumerable<Error> Check()
    {
        if (PassportName.Length > NameMax)
        {
            yield return Error.Invalid("too-long", "passportName", NameMax);
        }
        if (PassportName.Any(c => !char.IsAsciiLetter(c) && c is not (' ' or '-' or '\'' or '.')))
        {
            yield return Error.Invalid("latin-only", "passportName");
        }
        if (Gender is not ("" or "male" or "female"))
        {
            yield return Error.Invalid("unknown-choice", "gender");
        }
        if (Nationality.Length > 0 && Countries.Name(Nationality) is null)
        {
            yield return Error.Invalid("unknown-choice", "nationality");
        }
        if (PostalCode.Length > 12 || PostalCode.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or ' ')))
        {
            yield return Error.Invalid("postal-code-invalid", "postalCode");
        }
    }
}
