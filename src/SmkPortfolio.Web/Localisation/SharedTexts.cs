namespace SmkPortfolio.Web.Localisation;

/// <summary>Names the texts that many pages share (<c>SharedTexts.id.resx</c>). Every page finds them as a second choice.</summary>
public sealed class SharedTexts
{
    private SharedTexts() { }
}
