using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Schools;

/// <summary>A company or client that works with a school.</summary>
public sealed class Partner : ISchoolOwned
{
    private Partner()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string City { get; private set; } = "";
    public string Country { get; private set; } = "ID";

    public static Partner Of(Guid schoolId, Guid id, string name, string city, string country) =>
        new() { SchoolId = schoolId, Id = id, Name = CleanText.Line(name), City = CleanText.Line(city), Country = country };
}

/// <summary>Somebody at a partner who saw the work: a workplace mentor or a client.</summary>
public sealed class Mentor : ISchoolOwned
{
    private Mentor()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PartnerId { get; private set; }
    public string Name { get; private set; } = "";
    public string Position { get; private set; } = "";

    public static Mentor Of(Guid schoolId, Guid id, Guid partnerId, string name, string position) =>
        new() { SchoolId = schoolId, Id = id, PartnerId = partnerId, Name = CleanText.Line(name), Position = CleanText.Line(position) };
}
