namespace SmkPortfolio.Cv;

/// <summary>Personal facts that a format may carry. What a format does not allow is neither printed nor frozen with it.</summary>
[Flags]
public enum CvFields
{
    None = 0,
    Photo = 1,

    /// <summary>Place and date of birth.</summary>
    Birth = 2,
    Gender = 4,
    Nationality = 8,

    /// <summary>Street and postal code; the city alone is always allowed.</summary>
    Address = 16,

    /// <summary>Telephone and e-mail.</summary>
    Contact = 32,

    /// <summary>The date of birth alone, where nobody may ask for the place.</summary>
    BirthDate = 64,

    /// <summary>The address of the holder's shared portfolio.</summary>
    Link = 128,
}
