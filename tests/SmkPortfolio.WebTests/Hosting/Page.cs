using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>What a browser holds after its redirects.</summary>
/// <param name="Url">The last address.</param>
/// <param name="Document">The page as parsed; empty when the answer was no HTML.</param>
public sealed record Page(Uri Url, HttpStatusCode Status, IDocument Document, HttpResponseHeaders Headers, string? MediaType, byte[] Body)
{
    /// <summary>Path and query of the last address.</summary>
    public string Path => Url.PathAndQuery;

    public string Text => Document.Body?.TextContent ?? System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>The one element that a selector names.</summary>
    public IElement One(string selector)
    {
        var found = Document.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"{Path} ({(int)Status}) has {found.Length} of '{selector}', not one");
        return found[0];
    }

    /// <summary>The sentences beside the fields that were refused, by the field's name.</summary>
    public ILookup<string, string> FieldErrors() =>
        Document.QuerySelectorAll("[aria-invalid=true][name]")
            .SelectMany(field => (field.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => Document.GetElementById(id))
                .Where(element => element?.Id?.EndsWith("-error", StringComparison.Ordinal) == true)
                .Select(element => (Name: field.GetAttribute("name")!, Text: element!.TextContent.Trim())))
            .ToLookup(error => error.Name, error => error.Text);
}
