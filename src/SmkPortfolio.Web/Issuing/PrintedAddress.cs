namespace SmkPortfolio.Web.Issuing;

/// <summary>The address of a shared portfolio on a paper.</summary>
internal static class PrintedAddress
{
    /// <summary>The content with the address of the link that its order names; without one where that link is not the holder's own and open.</summary>
    public static PaperSource WithAddress(this PaperSource source, PaperFacts facts, PaperOrder order) =>
        order.Share is { } share && facts.Shares.GetValueOrDefault(share) is { } address
            ? source with { Content = source.Content with { Person = source.Content.Person with { Link = address } } }
            : source;
}
