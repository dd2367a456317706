using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <summary>What an entry of a kind says. Immutable; the fields' rules stand beside them and are read by <see cref="EntrySchema"/>.</summary>
public abstract record EntryDetail
{
    public const int TextMax = 20_000;

    [Field(0, Max = 120, Need = FieldNeed.Required, Quick = true)]
    public Bilingual Title { get; init; } = Bilingual.Empty;

    public abstract EntryKind Kind { get; }

    /// <summary>Company, client or body, as it stands on a line of a paper; empty for own projects.</summary>
    public abstract string Organisation { get; }

    public abstract DateOnly? From { get; }

    public abstract DateOnly? Until { get; }
}

public enum ProjectContext
{
    Subject,
    Pkk,
    ProjectBasedLearning,
    Own,
}

public sealed record ProjectDetail : EntryDetail
{
    [Field(1, Need = FieldNeed.Recommended)]
    public ProjectContext? Context { get; init; }

    [Field(2, Max = 120, Need = FieldNeed.Recommended)]
    public Bilingual Role { get; init; } = Bilingual.Empty;

    [Field(3, Max = 500)]
    public string Team { get; init; } = "";

    [Field(4, Need = FieldNeed.Recommended)]
    public DateOnly? Start { get; init; }

    [Field(5, NotBefore = nameof(Start))]
    public DateOnly? End { get; init; }

    [Field(6, Max = TextMax, Area = true, Need = FieldNeed.Recommended)]
    public Bilingual Problem { get; init; } = Bilingual.Empty;

    [Field(7, Max = TextMax, Area = true, Need = FieldNeed.Required, Quick = true)]
    public Bilingual Done { get; init; } = Bilingual.Empty;

    [Field(8, Max = TextMax, Area = true, Need = FieldNeed.Recommended)]
    public Bilingual Result { get; init; } = Bilingual.Empty;

    [Field(9, Max = 1000, Need = FieldNeed.Recommended)]
    public Bilingual Tools { get; init; } = Bilingual.Empty;

    [Field(10, Max = 500, Link = true)]
    public string Link { get; init; } = "";

    public override EntryKind Kind => EntryKind.Project;
    public override string Organisation => "";
    public override DateOnly? From => Start;
    public override DateOnly? Until => End;
}

public enum CertificationBody
{
    LspP1,
    LspP2,
    LspP3,
    Bnsp,
    LanguageTest,
    Vendor,
}

public sealed record CertificationDetail : EntryDetail
{
    [Field(1, Need = FieldNeed.Recommended)]
    public CertificationBody? BodyKind { get; init; }

    [Field(2, Max = 200, Need = FieldNeed.Required, Quick = true)]
    public string Body { get; init; } = "";

    [Field(3, Max = 300, Need = FieldNeed.Recommended)]
    public Bilingual Scheme { get; init; } = Bilingual.Empty;

    [Field(4, Max = 60)]
    public string SchemeVersion { get; init; } = "";

    [Field(5, Max = 60, Need = FieldNeed.Required)]
    public string Number { get; init; } = "";

    [Field(6, Max = 60)]
    public string Blanko { get; init; } = "";

    [Field(7, Max = 60)]
    public string Registration { get; init; } = "";

    [Field(8, Max = 120, Need = FieldNeed.Recommended)]
    public string Level { get; init; } = "";

    [Field(9, Max = 4000, Area = true, Codes = true)]
    public string Units { get; init; } = "";

    [Field(10, Need = FieldNeed.Required)]
    public DateOnly? Issued { get; init; }

    [Field(11, NotBefore = nameof(Issued), MayBeFuture = true, Need = FieldNeed.Recommended)]
    public DateOnly? ValidUntil { get; init; }

    public override EntryKind Kind => EntryKind.Certification;
    public override string Organisation => Body;
    public override DateOnly? From => Issued;
    public override DateOnly? Until => ValidUntil;

    /// <summary>SKKNI unit codes, one per line.</summary>
    public IReadOnlyList<string> UnitCodes => Units.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

public sealed record InternshipDetail : EntryDetail
{
    [Field(1, Max = 200, Need = FieldNeed.Required, Quick = true)]
    public string Company { get; init; } = "";

    [Field(2, Max = 300)]
    public string Address { get; init; } = "";

    [Field(3, Max = 2, Country = true)]
    public string Country { get; init; } = "";

    [Field(4, Max = 120, Need = FieldNeed.Recommended)]
    public Bilingual Department { get; init; } = Bilingual.Empty;

    [Field(5, Need = FieldNeed.Required)]
    public DateOnly? Start { get; init; }

    [Field(6, NotBefore = nameof(Start), MayBeFuture = true, Need = FieldNeed.Recommended)]
    public DateOnly? End { get; init; }

    [Field(7, Least = 1, Most = 24)]
    public int? HoursPerDay { get; init; }

    [Field(8, Max = 120, Need = FieldNeed.Recommended)]
    public string Mentor { get; init; } = "";

    [Field(9, Max = TextMax, Area = true, Need = FieldNeed.Recommended)]
    public Bilingual Tasks { get; init; } = Bilingual.Empty;

    [Field(10, Max = TextMax, Area = true)]
    public Bilingual Competencies { get; init; } = Bilingual.Empty;

    [Field(11, Least = 0, Most = 100)]
    public int? Score { get; init; }

    [Field(12, Max = 60)]
    public string Predicate { get; init; } = "";

    public override EntryKind Kind => EntryKind.Internship;
    public override string Organisation => Company;
    public override DateOnly? From => Start;
    public override DateOnly? Until => End;
}

public sealed record TeachingFactoryDetail : EntryDetail
{
    [Field(1, Max = 200)]
    public Bilingual Product { get; init; } = Bilingual.Empty;

    [Field(2, Max = 200, Need = FieldNeed.Recommended)]
    public string Client { get; init; } = "";

    [Field(3, Max = 60)]
    public string OrderNumber { get; init; } = "";

    [Field(4, Max = 200, Need = FieldNeed.Required, Quick = true)]
    public Bilingual Role { get; init; } = Bilingual.Empty;

    [Field(5, Need = FieldNeed.Recommended)]
    public DateOnly? Start { get; init; }

    [Field(6, NotBefore = nameof(Start))]
    public DateOnly? End { get; init; }

    [Field(7, Least = 1, Most = 10_000)]
    public int? Hours { get; init; }

    [Field(8, Max = 120, Need = FieldNeed.Recommended)]
    public string Quantity { get; init; } = "";

    [Field(9, Max = TextMax, Area = true, Need = FieldNeed.Recommended)]
    public Bilingual Quality { get; init; } = Bilingual.Empty;

    [Field(10, Max = 1000)]
    public Bilingual Tools { get; init; } = Bilingual.Empty;

    public override EntryKind Kind => EntryKind.TeachingFactory;
    public override string Organisation => Client;
    public override DateOnly? From => Start;
    public override DateOnly? Until => End;
}
