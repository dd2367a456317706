using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Personal data, label and value; what was not chosen for this paper has no row.</summary>
internal static class PersonRows
{
    public static Column Of(PaperKit kit, params IEnumerable<(string Label, string? Value, string Field)> rows) => new(
        2.5f,
        [.. rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => (Block)Axis.Row(r.Label, Value(kit, r.Label, r.Value!, r.Field), kit.Dress.Side))]);

    private static Text Value(PaperKit kit, string label, string value, string field) =>
        field == WebAddress.Field ? new Text([WebAddress.Of(value, label)], kit.Dress.Body) { Field = field } : kit.Say(field, value, kit.Dress.Body);

    /// <summary>Street, postal code and city on one line.</summary>
    public static string Address(CvPerson person, string between = ", ") =>
        PaperKit.JoinedBy(between, person.Address, PaperKit.JoinedBy(" ", person.City, person.PostalCode));

    /// <summary>The passport's spelling, where it differs from the name at the top.</summary>
    public static string? PassportName(CvPerson person) => person.PassportName is { Length: > 0 } name && name != person.Name ? name : null;
}
