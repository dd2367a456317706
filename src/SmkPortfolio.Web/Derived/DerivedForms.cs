using System.Globalization;

namespace SmkPortfolio.Web.Derived;

/// <summary>What the smaller pictures are called: <c>320.webp</c>, <c>960.jpg</c>.</summary>
public static class DerivedForms
{
    public const string Webp = "image/webp";
    public const string Jpeg = "image/jpeg";
    public const string Pdf = "application/pdf";
    public const string Heic = "image/heic";

    /// <summary>Types of which pages show the file itself while nothing smaller is made.</summary>
    public static IReadOnlyList<string> Shown { get; } = [Jpeg, "image/png", Webp];

    public static string Ending(string mediaType) => mediaType == Webp ? ".webp" : ".jpg";

    public static string Name(int longest, string mediaType) => longest.ToString(CultureInfo.InvariantCulture) + Ending(mediaType);

    /// <summary>The step of a form, or null when it is of another type.</summary>
    public static int? Step(string form, string mediaType) =>
        form.EndsWith(Ending(mediaType), StringComparison.Ordinal) && int.TryParse(form.AsSpan(0, form.IndexOf('.', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;
}
