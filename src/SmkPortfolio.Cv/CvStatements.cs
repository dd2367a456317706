namespace SmkPortfolio.Cv;

/// <summary>Keys of the free texts that only some formats print.</summary>
public static class CvStatements
{
    /// <summary>What the holder is looking for: 志望の動機, 지원동기, Berufsziel.</summary>
    public const string Motivation = "motivation";

    /// <summary>本人希望記入欄; a standard sentence stands where it is empty.</summary>
    public const string Wishes = "wishes";

    /// <summary>自己PR: what speaks for the holder.</summary>
    public const string SelfPromotion = "selfPromotion";

    /// <summary>活かせる経験・知識・技術.</summary>
    public const string Strengths = "strengths";

    /// <summary>성장과정.</summary>
    public const string Upbringing = "upbringing";

    /// <summary>성격의 장단점.</summary>
    public const string Character = "character";

    /// <summary>입사 후 포부.</summary>
    public const string Ambition = "ambition";

    /// <summary>Interesse, hobi.</summary>
    public const string Hobbies = "hobbies";

    /// <summary>Computer skills: EDV-Kenntnisse, 컴퓨터활용.</summary>
    public const string Computer = "computer";

    public static IReadOnlyList<string> All { get; } = [Motivation, Wishes, SelfPromotion, Strengths, Upbringing, Character, Ambition, Hobbies, Computer];
}
