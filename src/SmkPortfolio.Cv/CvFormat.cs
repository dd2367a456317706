using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>A kind of paper: its name, the languages of its labels, what it may carry, and the function that makes it.</summary>
public sealed record CvFormat
{
    /// <summary>The format's name, for example <c>drh</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The layout with its version, for example <c>rirekisho/mhlw-2021/1</c>; frozen with each paper.</summary>
    public required string Template { get; init; }

    /// <summary>Languages that the format has labels in; the first one is its usual one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Personal facts that the receiving country's custom or law lets stand on it.</summary>
    public required CvFields Allowed { get; init; }

    /// <summary>Kinds of lines that it prints.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [CvKinds.Project, CvKinds.Certification, CvKinds.Internship, CvKinds.TeachingFactory];

    /// <summary>Free texts that it prints, by the keys of <see cref="CvStatements"/>.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Only for adults, because the form asks for what no minor's paper carries.</summary>
    public bool AdultsOnly { get; init; }

    /// <summary>It shows pictures of the work.</summary>
    public bool HasPictures { get; init; }

    /// <summary>More pages than this are too many for its readers; null where any number will do.</summary>
    public int? MostPages { get; init; }

    /// <summary>Makes the document. The same content and options always give the same document.</summary>
    public required Func<CvContent, CvOptions, PdfDocument> Render { get; init; }

    /// <summary>What the format asks for beyond what <see cref="CvFormats.Missing"/> finds in every paper.</summary>
    public Func<CvContent, IEnumerable<CvMissing>> Asks { get; init; } = _ => [];
}
