namespace SmkPortfolio.Domain.Files;

/// <summary>Two pictures of a school that look nearly the same; a question for whoever reviews them, never a verdict. Found when the later one came.</summary>
public sealed class Resemblance : ISchoolOwned
{
    private Resemblance()
    {
    }

    public Guid SchoolId { get; private set; }

    /// <summary>The one that came later.</summary>
    public string Sha256 { get; private set; } = "";

    public string OtherSha256 { get; private set; } = "";

    /// <summary>How many of the 64 bits of their picture hashes differ.</summary>
    public int Distance { get; private set; }

    public DateTime FoundAt { get; private set; }

    public static Resemblance Of(Guid schoolId, string sha256, string otherSha256, int distance, DateTime at) => new()
    {
        SchoolId = schoolId,
        Sha256 = sha256,
        OtherSha256 = otherSha256,
        Distance = distance,
        FoundAt = at,
    };
}
