namespace SmkPortfolio.Cv;

/// <summary>How many rows the tables of a Japanese CV have; printed forms differ. Longer tables go on on further sheets.</summary>
/// <param name="Front">学歴・職歴 on the first page.</param>
/// <param name="Back">学歴・職歴 on the second page.</param>
/// <param name="Licences">免許・資格.</param>
public sealed record RirekishoRows(int Front, int Back, int Licences)
{
    /// <summary>As in the sample form of the Ministry of Health, Labour and Welfare.</summary>
    public static readonly RirekishoRows Sample = new(15, 6, 6);
}
