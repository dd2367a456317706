namespace SmkPortfolio.Data;

/// <summary>
/// Which school's rows a unit of work sees. Closed at first: no school-owned row is visible until somebody says which. Public doors that
/// look across schools (a code, a DID document) say so aloud.
/// </summary>
public sealed class SchoolScope
{
    public Guid? SchoolId { get; private set; }

    /// <summary>True only for doors that must look across schools and for work without a person.</summary>
    public bool AllSchools { get; private set; }

    public void Enter(Guid schoolId) => SchoolId = schoolId;

    public void SeeAllSchools() => AllSchools = true;
}
