namespace SmkPortfolio.Cv;

/// <summary>All kinds of papers, and what is true of every one of them.</summary>
public static class CvFormats
{
    public static IReadOnlyList<CvFormat> All { get; } =
    [
        Drh.Format,
        International.Format,
        Europass.Format,
        Lebenslauf.Format,
        Booklet.Format,
        PklCertificate.Format,
        Transcript.Format,
        Rirekisho.Format,
        ShokumuKeirekisho.Format,
        Ssw11.Format,
        Iryeokseo.Format,
    ];

    /// <summary>The format of that name, or null.</summary>
    public static CvFormat? Find(string? name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The content with nothing in it that the format does not carry: what is cut off here is not frozen either.</summary>
    public static CvContent Trim(CvFormat format, CvContent content)
    {
        var person = content.Person;
        var allowed = format.Allowed;
        return content with
        {
            Person = person with
            {
                Photo = allowed.HasFlag(CvFields.Photo) ? person.Photo : null,
                PhotoSha256 = allowed.HasFlag(CvFields.Photo) ? person.PhotoSha256 : null,
                BirthPlace = allowed.HasFlag(CvFields.Birth) ? person.BirthPlace : null,
                BirthDate = (allowed & (CvFields.Birth | CvFields.BirthDate)) != 0 ? person.BirthDate : null,
                Gender = allowed.HasFlag(CvFields.Gender) ? person.Gender : null,
                Nationality = allowed.HasFlag(CvFields.Nationality) ? person.Nationality : null,
                NationalityName = allowed.HasFlag(CvFields.Nationality) ? person.NationalityName : null,
                Address = allowed.HasFlag(CvFields.Address) ? person.Address : null,
                AddressReading = allowed.HasFlag(CvFields.Address) ? person.AddressReading : null,
                PostalCode = allowed.HasFlag(CvFields.Address) ? person.PostalCode : null,
                Phone = allowed.HasFlag(CvFields.Contact) ? person.Phone : null,
                Email = allowed.HasFlag(CvFields.Contact) ? person.Email : null,
                Link = allowed.HasFlag(CvFields.Link) ? person.Link : null,
            },
            Statements = content.Statements.Where(s => format.Statements.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value),
            Entries = format.HasPictures ? content.Entries : [.. content.Entries.Select(e => e with { Pictures = [] })],
        };
    }

    /// <summary>What is missing for this format: its own wishes, and every text that stands in another language than the paper's.</summary>
    public static IReadOnlyList<CvMissing> Missing(CvFormat format, CvContent content) =>
        [.. format.Asks(content), .. content.ForeignTexts.Select(t => new CvMissing(t.Key, IsNeeded: false, t.Value))];
}
