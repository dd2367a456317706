namespace SmkPortfolio.BrowserTests.Browsing;

public enum Device
{
    /// <summary>360 × 740, touch.</summary>
    Phone,

    /// <summary>1280 × 800.</summary>
    Desktop,
}
