using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SmkPortfolio.Web.Forms;

internal static class FieldId
{
    /// <summary>The id of the field posted under a name; the error summary links to the same one.</summary>
    public static string From(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>An attribute's value that a view wrote, without its encoding (it is encoded again when written).</summary>
    public static string Plain(this IHtmlContent html)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
