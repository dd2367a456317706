using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Schools;

/// <summary>A vocational school (SMK), known nationally by its NPSN.</summary>
public sealed class School
{
    private School()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Eight digits, kept as text.</summary>
    public string Npsn { get; private set; } = "";

    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string City { get; private set; } = "";
    public string Province { get; private set; } = "";

    /// <summary>IANA name: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.</summary>
    public string TimeZoneId { get; private set; } = "Asia/Jakarta";

    /// <summary>From when it issues no more; what it issued before stays good.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The school that keeps its records and answers for them; null when there is none.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Closes the school, or merges it into another one. For ever.</summary>
    /// <param name="successor">The school that answers for its work from now on.</param>
    public Error? Close(School? successor, DateTime at)
    {
        if (ClosedAt is not null)
        {
            return Error.Conflict("school-closed");
        }
        if (successor is not null && (successor.Id == Id || successor.ClosedAt is not null))
        {
            return Error.Invalid("successor-unfit", "successor");
        }
        (ClosedAt, SuccessorId) = (at, successor?.Id);
        return null;
    }

    /// <summary>Why nothing new is issued in its name; null while it is open.</summary>
    public Error? IssuesNoMore => ClosedAt is null ? null : Error.Conflict("school-closed");

    public static School Open(Guid id, string npsn, string name, string address, string city, string province, string timeZoneId)
    {
        if (!NationalNumbers.IsNpsn(npsn))
        {
            throw new ArgumentException("An NPSN has eight digits.", nameof(npsn));
        }
        return new School
        {
            Id = id,
            Npsn = npsn,
            Name = CleanText.Line(name),
            Address = CleanText.Line(address),
            City = CleanText.Line(city),
            Province = CleanText.Line(province),
            TimeZoneId = timeZoneId,
        };
    }

    /// <summary>The school's date at this instant; every rule about "today" uses it.</summary>
    public DateOnly Today(DateTime utcNow) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utcNow, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId)));
}

/// <summary>National identifiers, always text: leading zeros count.</summary>
public static class NationalNumbers
{
    public static bool IsNpsn(string? text) => HasDigits(text, 8);

    public static bool IsNisn(string? text) => HasDigits(text, 10);

    private static bool HasDigits(string? text, int count) => text is not null && text.Length == count && text.All(char.IsAsciiDigit);
}
