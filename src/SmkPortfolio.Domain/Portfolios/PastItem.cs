using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Portfolios;

/// <summary>What a <see cref="PastItem"/> tells of.</summary>
public enum PastKind
{
    /// <summary>An earlier school.</summary>
    School,

    /// <summary>Employment; an internship is an entry.</summary>
    Job,
    Course,

    /// <summary>Organisation, volunteering, club.</summary>
    Activity,
    Award,

    /// <summary>A driving licence or the like.</summary>
    Licence,

    /// <summary>A stay abroad as a technical intern or trainee.</summary>
    Trainee,
}

/// <summary>Something in the student's past that is no entry of the portfolio: own statement, printed by formats that have a place for it.</summary>
/// <param name="Id">Names the row for translations.</param>
/// <param name="Title">Name of the school, position, subject, office, prize or licence.</param>
/// <param name="Organisation">Company, organiser, issuing body.</param>
/// <param name="Detail">Field of study, duties.</param>
public sealed record PastItem(Guid Id, PastKind Kind, Bilingual Title, string Organisation, string Place, Bilingual Detail, DateOnly? From, DateOnly? Until)
{
    public const int TitleMax = 160;
    public const int TextMax = 160;
    public const int DetailMax = 600;

    public IEnumerable<Error> Check(DateOnly today)
    {
        if (Title.IsEmpty)
        {
            yield return Error.Invalid("required", "title");
        }
        foreach (var (field, text, max) in new[] { ("title", Title.Id, TitleMax), ("title.en", Title.En ?? "", TitleMax), ("organisation", Organisation, TextMax), ("place", Place, TextMax), ("detail", Detail.Id, DetailMax), ("detail.en", Detail.En ?? "", DetailMax) })
        {
            if (text.Length > max)
            {
                yield return Error.Invalid("too-long", field, max);
            }
        }
        if (From is { } from && from > today)
        {
            yield return Error.Invalid("in-future", "from");
        }
        if (From is { } start && Until is { } end && end < start)
        {
            yield return Error.Invalid("end-before-start", "until");
        }
    }
}
