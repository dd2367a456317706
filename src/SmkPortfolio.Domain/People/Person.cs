using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.People;

/// <summary>A person, across schools. One NISN is one person.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The name as printed, with titles for staff.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Ten digits; only for students.</summary>
    public string? Nisn { get; private set; }

    public string BirthPlace { get; private set; } = "";
    public DateOnly? BirthDate { get; private set; }

    public static Person Of(Guid id, string name) => new() { Id = id, Name = CleanText.Line(name) };

    public static Person Student(Guid id, string name, string nisn, string birthPlace, DateOnly birthDate) => NationalNumbers.IsNisn(nisn)
        ? new() { Id = id, Name = CleanText.Line(name), Nisn = nisn, BirthPlace = CleanText.Line(birthPlace), BirthDate = birthDate }
        : throw new ArgumentException("A NISN has ten digits.", nameof(nisn));

    /// <summary>Under 18 on that day. Whoever's birth date is unknown counts as an adult only when not a student.</summary>
    public bool IsMinorOn(DateOnly day) => BirthDate is { } born ? born.AddYears(18) > day : Nisn is not null;
}
