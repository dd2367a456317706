using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Issuing;

/// <summary>One sentence that says what an entry is, for credentials and lists.</summary>
public static class EntrySummary
{
    private const int Most = 500;

    public static string Of(EntryDetail detail)
    {
        var text = detail switch
        {
            ProjectDetail project => project.Done.In("id"),
            CertificationDetail certification => string.Join(" · ", Filled(certification.Body, certification.Scheme.In("id"), certification.Level, certification.Number)),
            InternshipDetail internship => string.Join(" · ", Filled(internship.Company, internship.Department.In("id"), internship.Tasks.In("id"))),
            TeachingFactoryDetail factory => string.Join(" · ", Filled(factory.Product.In("id"), factory.Client, factory.Role.In("id"), factory.Quantity)),
            _ => "",
        };
        text = text.Length == 0 ? detail.Title.In("id") : text;
        return text.Length <= Most ? text : text[..(Most - 1)].TrimEnd() + "…";
    }

    private static IEnumerable<string> Filled(params string[] parts) => parts.Where(p => p.Length > 0);
}
