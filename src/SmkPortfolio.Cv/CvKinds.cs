namespace SmkPortfolio.Cv;

/// <summary>The kinds of lines.</summary>
public static class CvKinds
{
    public const string Project = "project";
    public const string Certification = "certification";
    public const string Internship = "internship";
    public const string TeachingFactory = "teaching-factory";
}
