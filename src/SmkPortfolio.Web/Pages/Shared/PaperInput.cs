using System.ComponentModel.DataAnnotations;
using SmkPortfolio.Cv;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>Format and language of a paper as a form posts them; <c>_Formats</c> and <c>_PaperLanguage</c> show them.</summary>
public abstract class PaperInput
{
    public string Format { get; set; } = Drh.Format.Name;

    [Display(Name = "Language of the paper")]
    public string Language { get; set; } = "";

    /// <summary>The format chosen; the usual one where there is none of that name.</summary>
    public CvFormat Paper() => CvFormats.Find(Format) ?? Drh.Format;

    /// <summary>Another format: the language stays where that format has it.</summary>
    public void Take(string format)
    {
        Format = format;
        Language = Spoken(Language);
    }

    /// <summary>The language where the format has it, else the format's usual one.</summary>
    public string Spoken(string? language) => language is not null && Paper().Languages.Contains(language) ? language : Paper().Languages[0];

    /// <summary>Which of the two is none of ours: <c>format</c> or <c>language</c>; null when both are.</summary>
    public string? Unknown() => CvFormats.Find(Format) is null ? "format" : Paper().Languages.Contains(Language) ? null : "language";
}

/// <summary>For <c>_Formats</c>: all formats, to choose another one. Until one is chosen they are addresses; then buttons of the form around them, whose other choices are kept.</summary>
/// <param name="Page">The page's address; it takes <c>format</c>, and has a handler <c>Choose</c> that takes <c>choose</c>.</param>
/// <param name="ForMinor">What is only for adults cannot be chosen.</param>
public sealed record FormatsPart(string Page, CvFormat Chosen, bool IsChosen, bool ForMinor = false);
