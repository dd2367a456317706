using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Texts of the content as spans: each knows its field, and those in another language than the paper's say so.</summary>
internal sealed class Wording(CvContent content)
{
    /// <summary>The text of a field; marked when nobody has written it in the paper's language.</summary>
    public Span Of(string text, string field) => new(text) { Language = content.ForeignTexts.GetValueOrDefault(field) };

    public Text Line(string text, string field, TextStyle style) => new([Of(text, field)], style) { Field = field };

    /// <summary>The path of a line's field; the very line, not an equal one: two may say the same.</summary>
    public string Entry(CvEntry entry, string field) => At("entries", content.Entries, entry, field);

    public string Past(CvPastItem item, string field) => At("past", content.Past, item, field);

    public string Education(CvEducation education, string field) => At("education", content.Education, education, field);

    private static string At<T>(string list, IReadOnlyList<T> all, T one, string field)
        where T : class
    {
        var index = 0;
        while (!ReferenceEquals(all[index], one))
        {
            index++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].{field}");
    }
}
