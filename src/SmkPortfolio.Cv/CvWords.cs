namespace SmkPortfolio.Cv;

/// <summary>The steps of the trust ladder as a line carries them, from the lowest to the highest.</summary>
public static class CvWords
{
    public const string Self = "self";
    public const string Teacher = "teacher";
    public const string Company = "company";
    public const string Certificate = "certificate";
}
